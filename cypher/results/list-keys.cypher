// The names of entities, each with the datasets that bear it.
// $ids: entity ids. Order: none. Cost: the names of each, and the bearers of these.
UNWIND $ids AS owner
MATCH (e:Entity {id: owner})<-[:NAMES]-(n:Name)
MATCH (n)-[:NAMES]->(o:Entity)
WHERE o.kind = 'DATASET'
RETURN owner, n.key AS key, o.id AS bearer, o.paperCount AS papers
