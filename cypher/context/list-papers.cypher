// The papers that say most of entities: those that mention several of them first.
// Parameters: $sources, {id, slot, weight}: entity ids, the number of the name in the question that each may mean, an
// integer weight; $limit; those of the slots.
// Slots: where, which papers; bound, how many of them at most.
// Order: names of the question descending, score descending, date descending, id. The score is a sum of integers.
// Cost: the papers of the entities.
UNWIND $sources AS source
MATCH (e:Entity {id: source.id})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  WHERE true // :where
  WITH r, p // :bound
  RETURN p, CASE type(r) WHEN 'INTRODUCES' THEN 5 WHEN 'EVALUATES' THEN 4 WHEN 'USES' THEN 3 WHEN 'COMPARES' THEN 2
    ELSE 1 END AS strength
}
WITH p, count(DISTINCT source.slot) AS slots, sum(source.weight * strength) AS score
WITH p, slots, score ORDER BY slots DESC, score DESC, p.date DESC, p.id LIMIT $limit
RETURN p.id AS id, slots, score
