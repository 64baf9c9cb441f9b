// Papers by id.
// Parameters: $ids; $abstract, whether abstracts are wanted.
// Slots: details, the properties that few ask for.
// Order: none.
// Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS title, p.year AS year, p.date AS date,
  p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections, // :details
  CASE WHEN $abstract THEN p.abstract END AS abstract
