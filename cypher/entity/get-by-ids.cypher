// Entities by id.
// Parameters: $ids.
// Order: none.
// Cost: one index look-up per id.
UNWIND $ids AS asked
MATCH (e:Entity {id: asked})
RETURN asked, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
