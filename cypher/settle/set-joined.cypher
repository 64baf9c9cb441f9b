// Keeps the readings of relationships that stand for several of them.
// $rows: {paper, entity, joined}. Cost: the relationships of each paper.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r]->(e:Entity)
WHERE e.id = row.entity
SET r.joined = row.joined
