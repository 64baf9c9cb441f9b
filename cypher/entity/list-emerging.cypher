// The entities whose share of the papers rose most since a year, inside a part of the corpus; one page.
// Parameters: $kinds; $since, the year; $least, papers since then at least; $allSince and $allBefore, the papers of the
// part since and before, each two more than there are; $limit; those of the slots.
// Slots: start, where papers come from; where, which of them; having, what must hold of the counts; order.
// Order: the ratio of both shares in thousandths descending, papers since descending (both in `rise`), id.
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
WHERE rise > 1000999999 // :having
WITH e, papersSince, papersBefore, rise ORDER BY rise DESC, e.id LIMIT $limit // :order
RETURN rise, papersSince, papersBefore, e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases,
  e.paperCount AS paperCount, e.firstYear AS firstYear
