// Marks what these papers mention for settling.
// $ids: paper ids. Cost: the papers' own relationships.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
SET e.unsettled = true
