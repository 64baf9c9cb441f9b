// Takes results of papers away; they are about to be reported anew.
// $rows: {paper, id}: the paper, and the result within it. Cost: the results of each paper.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r:REPORTS]->(b:Benchmark)
WHERE r.id = row.id
DELETE r
