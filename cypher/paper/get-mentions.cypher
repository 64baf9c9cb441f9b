// What papers mention, with role, confidence and places.
// Parameters: $ids, paper ids.
// Order: none; what one paper mentions is few and ordered by the reader.
// Cost: one index look-up per id and the paper's own links.
UNWIND $ids AS paper
MATCH (p:Paper {id: paper})-[m]->(o:Entity)
RETURN paper, type(m) AS role, m.confidence AS confidence, m.spans AS spans, o.id AS id, o.kind AS kind, o.name AS name,
  o.aliases AS aliases, o.paperCount AS paperCount, o.firstYear AS firstYear
