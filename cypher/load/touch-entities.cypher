// Creates the entities that are new, as their first paper reads them, and marks all of them for settling.
// $rows: {id, name, kind, words}, one per id. Cost: one index look-up per row.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e.name = row.name, e.kind = row.kind, e.words = row.words, e.aliases = [], e.paperCount = 0
SET e.unsettled = true
