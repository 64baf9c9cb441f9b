// The entities that pass a filter, one page in an order.
// Parameters: $limit; those of the slots.
// Slots: start, where entities come from; where, which of them; order.
// Order: papers descending, id; or that of the slot.
// Cost: the entities of `start`.
MATCH (e:Entity) // :start
WHERE true // :where
WITH e ORDER BY e.paperCount DESC, e.id LIMIT $limit // :order
RETURN e.paperCount AS papers, e.firstYear AS partFirstYear, e.id AS id, e.kind AS kind, e.name AS name,
  e.aliases AS aliases, e.paperCount AS paperCount, e.firstYear AS firstYear
