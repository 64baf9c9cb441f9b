// How many other papers of a part of the corpus mention the entities of papers. Entities without one are left out.
// Parameters: $sources, {id, entities}; those of the slots.
// Slots: where, which papers.
// Order: none.
// Cost: the papers of the entities.
UNWIND $sources AS source
UNWIND source.entities AS entity
MATCH (e:Entity {id: entity})<-[r]-(p:Paper)
WHERE p.id <> source.id // :where
RETURN source.id AS owner, entity, count(p) AS count
