// The entities that papers of a part of the corpus mention, counted over these papers; one page in an order.
// Parameters: $limit; those of the slots.
// Slots: start, where papers come from; where, which of them; links, how entities are reached; entities, which of them;
// having, what must hold of the counts; order.
// Order: papers descending, id; or that of the slot.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity) // :links
WHERE true // :entities
WITH e, count(*) AS papers, min(p.year) AS firstYear
WHERE true // :having
WITH e, papers, firstYear ORDER BY papers DESC, e.id LIMIT $limit // :order
RETURN papers, firstYear AS partFirstYear, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases,
  e.paperCount AS paperCount, e.firstYear AS firstYear
