// The sum of the squares of how often an entity is mentioned together with each other one: the length of its company.
// Parameters: $sources, {id, owner, leftOut}, ids of entities, for whom, and of companions that do not count; those of
// the slots.
// Slots: where, which papers.
// Order: none.
// Cost: the links of the papers of the entities.
UNWIND $sources AS source
MATCH (e:Entity {id: source.id})
CALL (e, source) {
  MATCH (e)<-[r]-(p:Paper)
  WHERE true // :where
  MATCH (p)-[s]->(o:Entity)
  WHERE o.id <> e.id AND NOT o.id IN source.leftOut
  WITH o, count(*) AS both
  RETURN coalesce(sum(both * both), 0) AS squares
}
RETURN source.owner AS owner, source.id AS id, squares
