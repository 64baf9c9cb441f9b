// How many entities pass a filter.
// Parameters: those of the slots.
// Slots: start, where entities come from; where, which of them.
// Cost: the entities of `start`.
MATCH (e:Entity) // :start
WHERE true // :where
RETURN count(e) AS count
