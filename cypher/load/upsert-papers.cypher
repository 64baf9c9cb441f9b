// Creates the papers, or sets them anew; a null takes the property away.
// $rows: {id, title, abstract, words, year, date, venue, authors, url, doi, arxivId, codeUrls, collections,
// contentHash, extractorVersion}, and records, titleKey where they are to be set; sorted by
// id so that concurrent writers lock in one order. Cost: one index look-up per row.
UNWIND $rows AS row
MERGE (p:Paper {id: row.id})
SET p += row
