// Lets ids that were given out once resolve to the entity that took them over. The name nodes exist.
// $rows: {key, id}: the former id, the entity. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (n:Name {key: row.key})
MATCH (e:Entity {id: row.id})
MERGE (n)-[:FORMERLY]->(e)
