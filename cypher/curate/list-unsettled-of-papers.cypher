// What these papers mention that waits for the settling pass.
// $ids: paper ids. Order: none. Cost: the papers' own relationships.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
WHERE e.unsettled = true
RETURN p.id AS paper, e.id AS entity
