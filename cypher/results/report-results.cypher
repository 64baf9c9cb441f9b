// Lets papers report results, under the name of the dataset. The papers do not report them yet.
// $rows: {paper, key, id, dataset, task, split, model, metric, metricName, value, written, nth, source, url}; what is not known
// is empty. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MERGE (b:Benchmark {key: row.key})
CREATE (p)-[:REPORTS {id: row.id, dataset: row.dataset, task: row.task, split: row.split, model: row.model,
                      metric: row.metric, metricName: row.metricName, value: toFloat(row.value), written: row.written, nth: row.nth,
                      source: row.source, url: row.url}]->(b)
