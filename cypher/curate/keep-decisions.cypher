// Keeps decisions of curators. One that is there stays as it is.
// $rows: {id, op, at, author, content, appliedAt}. Cost: one index look-up per row.
UNWIND $rows AS row
MERGE (c:Curation {id: row.id})
ON CREATE SET c += row
