// How many entities papers mention together with an entity. Entities without one are not in the answer.
// Parameters: $ids, entity ids; $kinds; $least, papers together at least; those of the slots.
// Slots: where, which papers; bound, how many of them at most.
// Order: none.
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
  WHERE together >= $least
  RETURN count(o) AS count
}
RETURN owner, count
