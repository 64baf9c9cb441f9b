// How many entities that pass a filter have each first year; the newest years.
// Parameters: $limit; those of the slots.
// Slots: start, where entities come from; where, which of them.
// Order: year descending.
// Cost: the entities of `start`.
MATCH (e:Entity) // :start
WHERE true // :where
WITH e WHERE e.firstYear IS NOT NULL
WITH e.firstYear AS year, count(e) AS count ORDER BY year DESC LIMIT $limit
RETURN year, count
