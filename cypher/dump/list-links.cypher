// The relationships of these papers with all their properties.
// $ids: paper ids. Order: none. Cost: the papers' own relationships.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
RETURN p.id AS paper, type(r) AS role, e.id AS entity, r.confidence AS confidence, r.spans AS spans, r.readAs AS readAs,
       r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym, r.joined AS joined
