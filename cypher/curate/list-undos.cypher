// The decisions that undo others.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: these, by index.
MATCH (c:Curation {op: 'undo'})
WHERE c.id > $after
RETURN c.id AS id, c.content AS content
ORDER BY id
LIMIT $limit
