// How many papers that pass a filter have both values, for every pair of values of two dimensions that any has.
// Parameters: $rows and $columns, the values; $limit, no fewer than there are pairs; those of the slots.
// Slots: start, where papers come from; where, which of them; rows and columns, what a paper has in both dimensions.
// Order: none.
// Cost: the papers of `start` and the links of those that pass, once for each dimension of what they mention.
MATCH (p:Paper) // :start
WHERE true // :where
WITH p, [p.year] AS rowHas WHERE p.year IN $rows // :rows
WITH p, rowHas, [p.venue] AS columnHas WHERE p.venue IN $columns // :columns
UNWIND rowHas AS row
UNWIND columnHas AS column
RETURN row, column, count(*) AS papers LIMIT $limit
