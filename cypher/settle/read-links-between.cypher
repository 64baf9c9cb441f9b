// The relationships that these papers have with these entities already, whole.
// $rows: {paper, entity}. Order: none. Cost: the relationships of each paper.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r]->(e:Entity)
WHERE e.id = row.entity
RETURN p.id AS paper, e.id AS entity, type(r) AS role, r.confidence AS confidence, r.spans AS spans, r.readAs AS readAs,
       r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym, r.joined AS joined
