// The papers that pass a filter, one page in an order.
// Parameters: $limit; $abstract, whether abstracts are wanted; those of the slots.
// Slots: start, where papers come from; where, which of them; order; details, the properties that few ask for;
// mentions, what each of them mentions.
// Order: date descending, id; or that of the slot.
// Cost: the papers of `start`. That every paper has a date lets Neo4j walk its index, newest first.
MATCH (p:Paper) // :start
WHERE p.date IS NOT NULL // :where
WITH p ORDER BY p.date DESC, p.id LIMIT $limit // :order
RETURN p.id AS id, p.title AS title, p.year AS year, p.date AS date,
  p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections, // :details
  CASE WHEN $abstract THEN p.abstract END AS abstract,
  null AS mentions // :mentions
