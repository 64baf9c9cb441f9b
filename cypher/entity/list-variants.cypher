// The entities that are variants of entities, one page per entity.
// Parameters: $ids, entity ids; $limit; those of the slots.
// Slots: where, which variants; order.
// Order: per entity papers descending, id.
// Cost: the variants of the entities.
UNWIND $ids AS owner
MATCH (base:Entity {id: owner})
CALL (base) {
  MATCH (base)<-[r:VARIANT_OF]-(e:Entity)
  WHERE true // :where
  WITH e ORDER BY e.paperCount DESC, e.id LIMIT $limit // :order
  RETURN e
}
RETURN owner, e.paperCount AS papers, e.firstYear AS partFirstYear, e.id AS id, e.kind AS kind, e.name AS name,
  e.aliases AS aliases, e.paperCount AS paperCount, e.firstYear AS firstYear
