// How many papers of entities pass a filter. Entities without one are not in the answer.
// Parameters: $ids, entity ids; those of the slots.
// Slots: where, which papers.
// Order: none.
// Cost: the papers of the entities.
UNWIND $ids AS owner
MATCH (e:Entity {id: owner})<-[r]-(p:Paper)
WHERE true // :where
RETURN owner, count(p) AS count
