// Every entity with its labels, properties, names and bases, a page at a time.
// $after: the last id of the page before, or the empty string; $limit: page size. Order: id. Cost: a scan of the ids.
MATCH (e:Entity)
WHERE e.id > $after
WITH e
ORDER BY e.id
LIMIT $limit
RETURN e.id AS id, labels(e) AS labels, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.words AS words,
       e.paperCount AS paperCount,
       e.firstYear AS firstYear, e.unsettled AS unsettled, e.staleBase AS staleBase,
       [(e)<-[:NAMES]-(n:Name) | n.key] AS names, [(e)-[:VARIES]->(k:Name) | k.key] AS baseKeys,
       [(e)-[:VARIANT_OF]->(b:Entity) | b.id] AS bases
ORDER BY id
