// Deletes the names of datasets that no result is kept under any more.
// Order: none. Cost: every such name.
MATCH (b:Benchmark)
WHERE NOT EXISTS { (b)<-[:REPORTS]-(:Paper) }
DELETE b
