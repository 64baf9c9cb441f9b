// Lets names point to entities.
// $rows: {key, id}. Cost: two index look-ups per row and the name's own relationships (few: its entities).
UNWIND $rows AS row
MATCH (n:Name {key: row.key})
MATCH (e:Entity {id: row.id})
MERGE (n)-[:NAMES]->(e)
