// Every paper with all its properties, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: a scan of the ids.
MATCH (p:Paper)
WHERE p.id > $after
WITH p
ORDER BY p.id
LIMIT $limit
RETURN p.id AS id, p.title AS title, p.abstract AS abstract, p.words AS words, p.year AS year, p.date AS date, p.venue AS venue,
       p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls,
       p.collections AS collections, p.contentHash AS contentHash, p.extractorVersion AS extractorVersion
ORDER BY id
