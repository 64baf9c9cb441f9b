// How many entities that pass a filter are of each kind.
// Parameters: those of the slots.
// Slots: start, where entities come from; where, which of them.
// Order: none.
// Cost: the entities of `start`.
MATCH (e:Entity) // :start
WHERE true // :where
RETURN e.kind AS value, count(e) AS count
