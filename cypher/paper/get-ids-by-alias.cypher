// The papers that are known under other ids.
// Parameters: $rows, {asked, arxivId, doi}: the id asked for, and what it gives without its prefix, else an empty text.
// Order: none.
// Cost: three index look-ups per row.
UNWIND $rows AS row
MATCH (a:Alias {id: row.asked})-[:IDENTIFIES]->(p:Paper)
RETURN row.asked AS asked, p.id AS id
UNION ALL
UNWIND $rows AS row
MATCH (p:Paper {arxivId: row.arxivId})
RETURN row.asked AS asked, p.id AS id
UNION ALL
UNWIND $rows AS row
MATCH (p:Paper {doi: row.doi})
RETURN row.asked AS asked, p.id AS id
