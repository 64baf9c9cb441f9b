// Puts unchanged papers into further collections.
// $rows: {id, collections}. Cost: one index look-up per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
SET p.collections = row.collections
