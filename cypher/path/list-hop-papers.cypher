// The papers that mention both ends of hops, newest first; so many a hop.
// Parameters: $hops, {key, rare, other}: two entity ids, the one in fewer papers first; $limit; $abstract, whether
// abstracts are wanted; those of the slots.
// Slots: where, which papers.
// Order: per hop date descending, id.
// Cost: the papers of the rarer end of each hop and their links.
UNWIND $hops AS hop
MATCH (e:Entity {id: hop.rare})
CALL (e, hop) {
  MATCH (e)<-[r]-(p:Paper)
  WHERE true // :where
  MATCH (p)-[s]->(o:Entity)
  WHERE o.id = hop.other
  WITH p ORDER BY p.date DESC, p.id LIMIT $limit
  RETURN p
}
RETURN hop.key AS owner,
  p.id AS id, p.title AS title, p.year AS year, p.date AS date, p.venue AS venue, p.authors AS authors,
  p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections,
  CASE WHEN $abstract THEN p.abstract END AS abstract
