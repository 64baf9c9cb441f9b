// Papers by id, with what each of them mentions.
// Parameters: $ids; $abstract, whether abstracts are wanted.
// Slots: details, the properties that few ask for; mentions, what is told of each.
// Order: none.
// Cost: one index look-up per id and the paper's own links.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS title, p.year AS year, p.date AS date,
  p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls, p.collections AS collections, // :details
  CASE WHEN $abstract THEN p.abstract END AS abstract,
  [(p)-[m]->(o:Entity) | [type(m), m.confidence, o.id, o.kind, o.name]] AS mentions // :mentions
