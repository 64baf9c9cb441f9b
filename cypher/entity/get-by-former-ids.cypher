// The entities that took over ids given out earlier; nothing for an id that an entity has now.
// Parameters: $ids.
// Order: the entity in most papers first, then id.
// Cost: two index look-ups per id and the successors of each.
UNWIND $ids AS asked
MATCH (n:Name {key: asked})-[:FORMERLY]->(e:Entity)
OPTIONAL MATCH (current:Entity {id: asked})
WITH asked, e, current
WHERE current IS NULL
RETURN asked, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
ORDER BY paperCount DESC, id
