// How many entities of each kind there are, and how many links from papers to them.
// Order: none.
// Cost: reads the count of every entity.
MATCH (e:Entity)
RETURN e.kind AS kind, count(e) AS entities, coalesce(sum(e.paperCount), 0) AS links
