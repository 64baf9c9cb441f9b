// How many papers that pass a filter appeared at each venue; the venues with most papers.
// Parameters: $limit; those of the slots.
// Slots: start, where papers come from; where, which of them.
// Order: papers descending, venue.
// Cost: the papers of `start`.
MATCH (p:Paper) // :start
WHERE p.venue IS NOT NULL // :where
WITH p.venue AS venue, count(p) AS papers ORDER BY papers DESC, venue LIMIT $limit
RETURN venue, papers
