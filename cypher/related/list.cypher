// The papers that share entities with papers, by the weight of what they share; one page per paper.
// Parameters: $sources, {id, shared: [{id, weight}]}; $minShared; $limit; $abstract, whether abstracts are wanted;
// those of the slots.
// Slots: where, which papers; having, what must hold of the weight; order.
// Order: per paper weight descending, id. Weights are integers, so that sums are exact and equal on both engines.
// Cost: the papers of the shared entities.
UNWIND $sources AS source
CALL (source) {
  UNWIND source.shared AS share
  MATCH (e:Entity {id: share.id})<-[r]-(p:Paper)
  WHERE p.id <> source.id // :where
  WITH p, sum(share.weight) AS weight, collect(e.id) AS shared
  WHERE size(shared) >= $minShared // :having
  WITH p, weight, shared ORDER BY weight DESC, p.id LIMIT $limit // :order
  RETURN p, weight, shared
}
RETURN source.id AS owner, weight, shared,
  p.id AS id, p.title AS title, p.year AS year, p.date AS date, p.venue AS venue, p.authors AS authors,
  p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections,
  CASE WHEN $abstract THEN p.abstract END AS abstract
