// Keeps what each source says of a paper that has several.
// $rows: {id, paper, content}. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MERGE (r:Record {id: row.id})
SET r.content = row.content
MERGE (r)-[:TELLS_OF]->(p)
