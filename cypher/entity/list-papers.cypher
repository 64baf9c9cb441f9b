// The papers of entities, one page per entity in an order.
// Parameters: $ids, entity ids; $limit; $abstract, whether abstracts are wanted; those of the slots.
// Slots: papers, how they are reached; where, which of them; order; mentions, what each of them mentions; details, the
// properties that few ask for.
// Order: per entity date descending, id; or that of the slot.
// Cost: the papers of the entities; or those of the dates of the slot.
UNWIND $ids AS owner
MATCH (e:Entity {id: owner})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper) // :papers
  WHERE true // :where
  WITH r, p ORDER BY p.date DESC, p.id LIMIT $limit // :order
  RETURN r, p,
    null AS mentions // :mentions
}
RETURN owner, type(r) AS role, r.confidence AS confidence, r.spans AS spans,
  p.id AS id, p.title AS title, p.year AS year, p.date AS date,
  p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections, // :details
  CASE WHEN $abstract THEN p.abstract END AS abstract, mentions
