// How many papers that pass a filter appeared in each year; the newest years.
// Parameters: $limit; those of the slots.
// Slots: start, where papers come from; where, which of them.
// Order: year descending.
// Cost: the papers of `start`.
MATCH (p:Paper) // :start
WHERE p.year IS NOT NULL // :where
WITH p.year AS year, count(p) AS papers ORDER BY year DESC LIMIT $limit
RETURN year, papers
