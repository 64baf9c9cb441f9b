// Takes results of papers away; they are about to be reported anew.
// $rows: {paper, ids}: the paper, and its results. Cost: the results of each paper, each compared with its ids.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r:REPORTS]->(b:Benchmark)
WHERE r.id IN row.ids
DELETE r
