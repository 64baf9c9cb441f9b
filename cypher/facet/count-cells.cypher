// How many papers that pass a filter have both values, for every pair of values of two dimensions that any has.
// Parameters: $rows and $columns, the values; $limit, no fewer than there are pairs; those of the slots.
// Slots: start, where papers come from; where, which of them; dimensions, what a paper has in both.
// Order: none.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
WITH [p.year] AS rowHas, [p.venue] AS columnHas // :dimensions
UNWIND [value IN $rows WHERE value IN rowHas] AS row
UNWIND [value IN $columns WHERE value IN columnHas] AS column
RETURN row, column, count(*) AS papers LIMIT $limit
