// The ids of the papers that pass a filter, a page at a time.
// Parameters: $after, the last id of the page before, or the empty string; $limit; those of the slots.
// Slots: start, where papers come from; where, which of them.
// Order: id.
// Cost: the papers of `start`.
MATCH (p:Paper) // :start
WHERE p.id > $after // :where
WITH p ORDER BY p.id LIMIT $limit
RETURN p.id AS id
ORDER BY id
