// The entities that took over ids given out earlier.
// Parameters: $ids.
// Order: the entity in most papers first, then id.
// Cost: one index look-up per id and the successors of each.
UNWIND $ids AS asked
MATCH (n:Name {key: asked})-[:FORMERLY]->(e:Entity)
RETURN asked, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
ORDER BY paperCount DESC, id
