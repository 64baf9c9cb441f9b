// Notes the names that an entity would be a variant of. The name nodes exist.
// $rows: {id, key}. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
MATCH (n:Name {key: row.key})
MERGE (e)-[:VARIES]->(n)
