// How many entities the papers of a part of the corpus mention.
// Parameters: those of the slots.
// Slots: start, where papers come from; where, which of them; links, how entities are reached; entities, which of them;
// having, what must hold of the counts.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity) // :links
WHERE true // :entities
WITH e, count(*) AS papers
WHERE true // :having
RETURN count(e) AS count
