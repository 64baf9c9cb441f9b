// The decisions of curators, undone ones too, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: all decisions.
MATCH (c:Curation)
WHERE c.id > $after
RETURN c.id AS id, c.content AS content
ORDER BY id
LIMIT $limit
