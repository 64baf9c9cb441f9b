// The titles of papers, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: a scan of the ids.
MATCH (p:Paper)
WHERE p.id > $after
WITH p
ORDER BY p.id
LIMIT $limit
RETURN p.id AS id, p.title AS title, p.year AS year
ORDER BY id
