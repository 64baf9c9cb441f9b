// The entities of one kind that are mentioned together with what an entity is mentioned together with.
// Parameters: $sources, {id, kind, company: [{id, together}]}; $limit; those of the slots.
// Slots: where, which papers.
// Order: per source the dot product of both companies descending, id. It is a sum of integers, equal on both engines.
// Cost: the links of the papers of the company.
UNWIND $sources AS source
CALL (source) {
  UNWIND source.company AS companion
  MATCH (c:Entity {id: companion.id})<-[r]-(p:Paper)
  WHERE true // :where
  MATCH (p)-[s]->(o:Entity)
  WHERE o.kind = source.kind AND o.id <> source.id AND o.id <> companion.id
  WITH o, companion.id AS companionId, companion.together AS together, count(*) AS both
  WITH o, sum(together * both) AS dot, count(*) AS shared
  ORDER BY dot DESC, o.id LIMIT $limit
  RETURN o, dot, shared
}
RETURN source.id AS owner, dot, shared, o.id AS id, o.kind AS kind, o.name AS name, o.aliases AS aliases,
  o.paperCount AS paperCount, o.firstYear AS firstYear
