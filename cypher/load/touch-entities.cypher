// Creates the entities that are new, as their first paper reads them, and marks all of them for settling.
// $rows: {id, name, kind, words}, one per id. Cost: one index look-up per row.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e += {name: row.name, kind: row.kind, words: row.words, aliases: [], paperCount: 0, unsettled: true}
ON MATCH SET e.unsettled = true
