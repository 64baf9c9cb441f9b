// Lets variants point to their base.
// $rows: {id, base}. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
MATCH (b:Entity {id: row.base})
MERGE (e)-[:VARIANT_OF]->(b)
