// How many entities papers of a part of the corpus mention in each role.
// Parameters: those of the slots.
// Slots: start, where papers come from; where, which of them; links, how entities are reached; entities, which of them;
// having, what must hold of the counts.
// Order: none.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE true // :where
MATCH (p)-[r]->(e:Entity) // :links
WHERE true // :entities
WITH e, count(*) AS papers, collect(DISTINCT type(r)) AS roles
WHERE true // :having
UNWIND roles AS value
RETURN value, count(e) AS count
