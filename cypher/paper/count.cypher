// How many papers pass a filter.
// Parameters: those of the slots.
// Slots: start, where papers come from; where, which of them.
// Cost: the papers of `start`.
MATCH (p:Paper) // :start
WHERE true // :where
RETURN count(p) AS count
