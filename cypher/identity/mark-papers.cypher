// Notes which records papers were made from, and the key of title and first author; a null takes that away.
// $rows: {id, records, titleKey}. Cost: one index look-up per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
SET p.records = row.records, p.titleKey = row.titleKey
