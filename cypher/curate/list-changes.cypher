// Decisions of curators that the graph took at or after a time, oldest first, a page at a time.
// $since: ISO time, or the empty string; $at, $id: when the last one of the page before was taken, and its id, or empty
// strings; $limit: page size. Order: appliedAt, id. Cost: all decisions.
MATCH (c:Curation)
WHERE c.appliedAt >= $since AND (c.appliedAt > $at OR (c.appliedAt = $at AND c.id > $id))
RETURN c.id AS id, c.content AS content, c.appliedAt AS appliedAt
ORDER BY appliedAt, id
LIMIT $limit
