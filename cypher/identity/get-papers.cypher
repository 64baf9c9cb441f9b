// Papers with what each source says of them, for merging. A paper of one record is that record, so it has no Record node.
// $ids: paper ids. Order: none. Cost: one index look-up per id, its aliases and records.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS title, p.abstract AS abstract, p.year AS year, p.date AS date, p.venue AS venue,
       p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls,
       p.collections AS collections, p.records AS records,
       [(p)<-[:IDENTIFIES]-(a:Alias) | a.id] AS aliases, [(p)<-[:TELLS_OF]-(r:Record) | r.content] AS contents
