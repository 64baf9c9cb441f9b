// The keys of all names, a page at a time.
// $after: the last key of the page before, or the empty string; $limit: page size. Order: key. Cost: a scan of the keys.
MATCH (n:Name)
WHERE n.key > $after
WITH n ORDER BY n.key LIMIT $limit
RETURN n.key AS id
ORDER BY id
