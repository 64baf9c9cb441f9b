// The papers that are known under one of these ids, or have the title and first author of one of these keys.
// $ids: ids of other kinds than $arxivIds and $dois, which are without their prefix; $aliases: all of them with it;
// $titleKeys. Order: none. Cost: one index look-up per item.
UNWIND $ids AS key
MATCH (p:Paper {id: key})
RETURN p.id AS id, p.records AS records
UNION ALL
UNWIND $aliases AS key
MATCH (a:Alias {id: key})-[:IDENTIFIES]->(p:Paper)
RETURN p.id AS id, p.records AS records
UNION ALL
UNWIND $arxivIds AS key
MATCH (p:Paper {arxivId: key})
RETURN p.id AS id, p.records AS records
UNION ALL
UNWIND $dois AS key
MATCH (p:Paper {doi: key})
RETURN p.id AS id, p.records AS records
UNION ALL
UNWIND $titleKeys AS key
MATCH (p:Paper {titleKey: key})
RETURN p.id AS id, p.records AS records
