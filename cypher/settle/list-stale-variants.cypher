// Entities whose base is to be looked up anew, each with the names that the base could have and what these name now.
// $limit: how many. Order: id. Cost: the marked entities, by index, and their names.
MATCH (e:Entity {staleBase: true})
WITH e
ORDER BY e.id
LIMIT $limit
OPTIONAL MATCH (e)-[:VARIES]->(n:Name)-[:NAMES]->(b:Entity)
RETURN e.id AS id, e.kind AS ownKind, n.key AS key, b.id AS base, b.kind AS kind
