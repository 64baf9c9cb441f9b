// How many papers that pass a filter mention an entity in each role.
// Parameters: those of the slots.
// Slots: start, where papers come from; where, which of them; entities, which entities count.
// Order: none.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity)
WHERE true // :entities
RETURN type(r) AS value, count(DISTINCT p) AS count
