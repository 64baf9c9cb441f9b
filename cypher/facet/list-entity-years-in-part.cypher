// How many entities that papers of a part of the corpus mention have each first year among these papers; the newest years.
// Parameters: $limit; those of the slots.
// Slots: start, where papers come from; where, which of them; links, how entities are reached; entities, which of them;
// having, what must hold of the counts.
// Order: year descending.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity) // :links
WHERE true // :entities
WITH e, count(*) AS papers, min(p.year) AS firstYear
WHERE firstYear IS NOT NULL // :having
WITH firstYear AS year, count(e) AS count ORDER BY year DESC LIMIT $limit
RETURN year, count
