// The ids of all entities, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: a scan of the ids.
MATCH (e:Entity)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id
ORDER BY id
