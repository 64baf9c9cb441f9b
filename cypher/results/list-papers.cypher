// Papers that report results, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: every result.
MATCH (b:Benchmark)<-[:REPORTS]-(p:Paper)
WHERE p.id > $after
WITH DISTINCT p.id AS id
ORDER BY id
LIMIT $limit
RETURN id
