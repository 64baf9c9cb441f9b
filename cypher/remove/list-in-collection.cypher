// Some papers of a collection; those that left it are not listed again.
// $collection: its name; $limit: how many. Order: none. Cost: the papers until enough are found, at most a scan.
MATCH (p:Paper)
WHERE $collection IN p.collections
RETURN p.id AS id
LIMIT $limit
