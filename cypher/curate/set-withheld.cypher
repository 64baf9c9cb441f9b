// Keeps what papers read and a curator rejected.
// $rows: {paper, id, name, reading}: the properties of the reading. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MERGE (w:Withheld {id: row.id})
SET w.name = row.name
MERGE (p)-[r:WITHHELD]->(w)
SET r += row.reading
