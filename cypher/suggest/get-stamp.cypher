// The stamp of the names of entities; nothing where no ingest has set one.
// Order: none, one row at most.
// Cost: one index look-up.
MATCH (m:Meta {id: 'names'})
RETURN m.stamp AS stamp
