// The entities that papers mention together with an entity, with the number of these papers; one page per entity.
// Parameters: $ids, entity ids; $kinds; $least, papers together at least; $limit; those of the slots.
// Slots: where, which papers; bound, how many of them at most; having, what must hold of the counts; order.
// Order: per entity papers together descending, id.
// Cost: the links of the papers of the entities.
UNWIND $ids AS owner
MATCH (e:Entity {id: owner})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  WHERE true // :where
  WITH e, p // :bound
  MATCH (p)-[s]->(o:Entity)
  WHERE o.id <> e.id AND o.kind IN $kinds
  WITH o, count(*) AS together
  WHERE together >= $least // :having
  WITH o, together ORDER BY together DESC, o.id LIMIT $limit // :order
  RETURN o, together
}
RETURN owner, together, o.id AS id, o.kind AS kind, o.name AS name, o.aliases AS aliases, o.paperCount AS paperCount,
  o.firstYear AS firstYear
