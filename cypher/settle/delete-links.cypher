// Takes relationships between a paper and an entity away.
// $rows: {paper, entity}. Cost: the relationships of each paper.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r]->(e:Entity)
WHERE e.id = row.entity
DELETE r
