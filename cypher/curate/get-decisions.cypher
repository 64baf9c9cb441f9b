// Which of these decisions the graph keeps.
// $ids: ids of decisions. Order: none. Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (c:Curation {id: id})
RETURN c.id AS id, c.content AS content
