// By which metrics results are measured that are kept under names of datasets: how many, in how many papers, from least to most.
// Parameters: $rows, {owner, key}, normal forms of names and whose they are; those of the slots.
// Slots: where, which of them.
// Order: none.
// Cost: the results under each name.
UNWIND $rows AS row
MATCH (b:Benchmark {key: row.key})<-[r:REPORTS]-(p:Paper)
WHERE true // :where
WITH row.owner AS owner, r.metric AS metric, r, p
RETURN owner, metric, count(r) AS results, count(DISTINCT p.id) AS papers, min(r.value) AS least, max(r.value) AS most
