// What is kept of each entity beside what its papers say now, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id.
// Cost: a scan of the ids, and every paper of each entity once.
MATCH (e:Entity)
WHERE e.id > $after
WITH e
ORDER BY e.id
LIMIT $limit
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  RETURN count(r) AS links, count(DISTINCT p.id) AS papers, min(p.year) AS firstYear
}
RETURN e.id AS id, e.kind AS kind, labels(e) AS labels, e.paperCount AS keptCount, e.firstYear AS keptYear,
       coalesce(e.unsettled, false) AS unsettled, links, papers, firstYear,
       [(e)<-[:NAMES]-(n:Name) | n.key] AS keys, [(e)-[:VARIANT_OF]->(b:Entity) | b.id] AS bases
ORDER BY id
