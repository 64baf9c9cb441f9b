// How many papers of a part of the corpus mention two entities together, for every pair of a list that any does.
// Parameters: $ids, entity ids; $limit, no fewer than there are pairs; those of the slots.
// Slots: start, where papers come from; where, which of them; links, how the entities are reached.
// Order: papers together descending. Each pair once, the engine says in which direction.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity) WHERE e.id IN $ids // :links
WITH p, collect(e.id) AS found
WHERE size(found) > 1
UNWIND found AS one
UNWIND found AS other
WITH one, other
WHERE one < other
RETURN one, other, count(*) AS together ORDER BY together DESC, one, other LIMIT $limit
