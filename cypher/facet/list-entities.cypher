// How many papers that pass a filter mention each entity; the entities in most papers.
// Parameters: $limit; those of the slots.
// Slots: start, where papers come from; where, which of them; entities, which entities count.
// Order: papers descending, id.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity)
WHERE true // :entities
WITH e, count(*) AS papers ORDER BY papers DESC, e.id LIMIT $limit
RETURN papers, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount,
  e.firstYear AS firstYear
