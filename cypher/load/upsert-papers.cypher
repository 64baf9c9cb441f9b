// Creates the papers, or sets them anew; a null takes the property away.
// $rows: {id, title, abstract, words, year, date, venue, authors, url, doi, arxivId, codeUrls, collections,
// contentHash, extractorVersion}, sorted by id so that concurrent writers lock in one order. Cost: one index look-up per row.
UNWIND $rows AS row
MERGE (p:Paper {id: row.id})
SET p.title = row.title, p.abstract = row.abstract, p.words = row.words, p.year = row.year, p.date = row.date, p.venue = row.venue,
    p.authors = row.authors, p.url = row.url, p.doi = row.doi, p.arxivId = row.arxivId, p.codeUrls = row.codeUrls,
    p.collections = row.collections, p.contentHash = row.contentHash, p.extractorVersion = row.extractorVersion
