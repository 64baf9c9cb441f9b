// Takes the mentions of these papers away and marks the entities for settling; the papers are about to be linked anew.
// $ids: paper ids. Cost: the papers' own relationships.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
SET e.unsettled = true
DELETE r
