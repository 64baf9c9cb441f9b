// How many papers share entities with papers.
// Parameters: $sources, {id, shared: [{id, weight}]}; $minShared; those of the slots.
// Slots: where, which papers.
// Order: none.
// Cost: the papers of the shared entities.
UNWIND $sources AS source
CALL (source) {
  UNWIND source.shared AS share
  MATCH (e:Entity {id: share.id})<-[r]-(p:Paper)
  WHERE p.id <> source.id // :where
  WITH p, count(*) AS shared
  WHERE shared >= $minShared
  RETURN count(p) AS count
}
RETURN source.id AS owner, count
