// How many entities have a larger share of the papers since a year than before, inside a part of the corpus.
// Parameters: $kinds; $since, the year; $least, papers since then at least; $allSince and $allBefore, the papers of the
// part since and before, each two more than there are; those of the slots.
// Slots: start, where papers come from; where, which of them.
// Cost: the papers of `start` and the links of those that pass.
MATCH (p:Paper) // :start
WHERE p.year IS NOT NULL // :where
MATCH (p)-[r]->(e:Entity)
WHERE e.kind IN $kinds
WITH e, sum(CASE WHEN p.year >= $since THEN 1 ELSE 0 END) AS papersSince,
  sum(CASE WHEN p.year < $since THEN 1 ELSE 0 END) AS papersBefore
WHERE papersSince >= $least
WITH e, papersSince, papersBefore,
  (papersSince + 1) * $allBefore * 1000 / ((papersBefore + 1) * $allSince) * 1000000 + papersSince AS rise
WHERE rise > 1000999999
RETURN count(e) AS count
