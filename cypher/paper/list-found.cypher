// The papers of a text search that pass a filter, one page, best first.
// Parameters: $hits, {id, rank}; $limit; $abstract, whether abstracts are wanted; those of the slots.
// Slots: where, which of them; details, the properties that few ask for.
// Order: rank.
// Cost: one index look-up per hit.
UNWIND $hits AS hit
MATCH (p:Paper {id: hit.id})
WHERE true // :where
WITH p, hit.rank AS rank ORDER BY rank, p.id LIMIT $limit
RETURN rank, p.id AS id, p.title AS title, p.year AS year, p.date AS date,
  p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections, // :details
  CASE WHEN $abstract THEN p.abstract END AS abstract
