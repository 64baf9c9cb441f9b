// The results that these papers report, whole.
// $ids: paper ids. Order: none. Cost: the papers' own results.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r:REPORTS]->(b:Benchmark)
RETURN p.id AS paper, b.key AS key, r.id AS id, r.dataset AS dataset, r.task AS task, r.split AS split, r.model AS model,
       r.metric AS metric, r.metricName AS metricName, r.value AS value, r.written AS written, r.nth AS nth, r.source AS source,
       r.url AS url
