// Those of some papers that pass a filter.
// Parameters: $ids, paper ids; those of the slots.
// Slots: where, which of them.
// Order: none; the reader sorts.
// Cost: one index look-up per id.
UNWIND $ids AS asked
MATCH (p:Paper {id: asked})
WHERE true // :where
RETURN p.id AS id, p.date AS date
