// Entities that ingest touched and no settling pass has decided yet.
// $limit: how many. Order: id. Cost: the unsettled entities, by index.
MATCH (e:Entity {unsettled: true})
RETURN e.id AS id
ORDER BY id
LIMIT $limit
