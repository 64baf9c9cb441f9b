// Gives the results of papers to the papers that they are part of now, save those that these report themselves.
// $rows: {from, to}: paper ids. Cost: the results of both papers.
UNWIND $rows AS row
MATCH (p:Paper {id: row.from})-[r:REPORTS]->(b:Benchmark)
MATCH (q:Paper {id: row.to})
WHERE COUNT { (q)-[own:REPORTS]->(:Benchmark) WHERE own.id = r.id } = 0
CREATE (q)-[:REPORTS {id: r.id, dataset: r.dataset, task: r.task, split: r.split, model: r.model, metric: r.metric,
                      metricName: r.metricName, value: r.value, written: r.written, nth: r.nth, source: r.source,
                      url: r.url}]->(b)
DELETE r
