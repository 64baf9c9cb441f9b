// The entities that bear names.
// Parameters: $keys, normal forms of names; $kinds.
// Order: papers descending, id.
// Cost: one index look-up per key and the bearers of each.
UNWIND $keys AS asked
MATCH (n:Name {key: asked})-[:NAMES]->(e:Entity)
WHERE e.kind IN $kinds
RETURN asked, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
ORDER BY paperCount DESC, id
