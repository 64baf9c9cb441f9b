// Papers by id with all their properties.
// $ids: paper ids. Order: none. Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS title, p.abstract AS abstract, p.words AS words, p.year AS year, p.date AS date,
       p.venue AS venue, p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls,
       p.collections AS collections, p.contentHash AS contentHash, p.extractorVersion AS extractorVersion,
       p.records AS records, p.titleKey AS titleKey
