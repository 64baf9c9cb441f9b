// Papers that were read by another extractor than the one given, with all that their record said, a page at a time.
// $version: the extractor's, or the empty string for all papers; $after: the last id of the page before, or the empty
// string; $limit: page size. Order: id. Cost: a scan of the ids and versions.
MATCH (p:Paper)
WHERE p.id > $after AND coalesce(p.extractorVersion, 'none') <> $version
WITH p
ORDER BY p.id
LIMIT $limit
RETURN p.id AS id, p.title AS title, p.abstract AS abstract, p.year AS year, p.date AS date, p.venue AS venue,
       p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls,
       p.collections AS collections
ORDER BY id
