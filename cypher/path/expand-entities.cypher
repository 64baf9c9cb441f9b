// The entities that papers mention together with each entity of a level, as three lists that belong together: ids, their
// kept paper counts, and how many of these papers mention both.
// Parameters: $ids, entity ids; those of the slots.
// Slots: where, which papers.
// Order: none; the reader sorts.
// Cost: the papers of the entities and their links; the caller bounds them by paperCount.
UNWIND $ids AS source
MATCH (e:Entity {id: source})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  WHERE true // :where
  MATCH (p)-[s]->(o:Entity)
  WHERE o.id <> e.id
  WITH o, count(*) AS together
  RETURN collect(o.id) AS others, collect(coalesce(o.paperCount, 0)) AS counts, collect(together) AS papers
}
RETURN source, others, counts, papers
