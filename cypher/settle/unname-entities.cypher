// Stops names from pointing to entities.
// $rows: {key, id}. Cost: the entities of each name.
UNWIND $rows AS row
MATCH (n:Name {key: row.key})-[r:NAMES]->(e:Entity)
WHERE e.id = row.id
DELETE r
