// How many papers of a part of the corpus mention two entities together, for every pair of a list that any does.
// Parameters: $ids, entity ids; $limit, no fewer than there are pairs; those of the slots.
// Slots: start, where papers come from; where, which of them.
// Order: papers together descending. Each pair once, the engine says in which direction.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
WITH [(p)-[r]->(e:Entity) WHERE e.id IN $ids | e.id] AS found
WHERE size(found) > 1
UNWIND found AS one
UNWIND found AS other
WITH one, other
WHERE one < other
RETURN one, other, count(*) AS together ORDER BY together DESC, one, other LIMIT $limit
