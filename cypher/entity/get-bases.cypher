// The entities that entities are variants of.
// Parameters: $ids, entity ids.
// Order: papers descending, id.
// Cost: the bases of the entities, mostly one.
UNWIND $ids AS owner
MATCH (variant:Entity {id: owner})-[r:VARIANT_OF]->(e:Entity)
RETURN owner, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
ORDER BY paperCount DESC, id
