// Entities with all their names, those in most papers first, as columns: one row of lists that belong together.
// Parameters: $skip, how many were read before; $limit, how many at most.
// Order: papers descending, id.
// Cost: reads every entity once and sorts them.
MATCH (e:Entity)
WITH e ORDER BY e.paperCount DESC, e.id SKIP $skip LIMIT $limit
RETURN collect(e.id) AS ids, collect(e.kind) AS kinds, collect(coalesce(e.paperCount, 0)) AS counts,
  collect([e.name] + coalesce(e.aliases, [])) AS names
