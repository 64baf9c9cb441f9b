// Gives the results of a paper to the one that it is part of now, save those that this one reports itself.
// $gone, $heir: paper ids. Cost: the results of both papers.
MATCH (p:Paper {id: $gone})-[r:REPORTS]->(b:Benchmark)
MATCH (q:Paper {id: $heir})
WHERE COUNT { MATCH (q)-[own:REPORTS]->(o:Benchmark) WHERE own.id = r.id } = 0
CREATE (q)-[:REPORTS {id: r.id, dataset: r.dataset, task: r.task, split: r.split, model: r.model, metric: r.metric,
                      metricName: r.metricName, value: r.value, written: r.written, nth: r.nth, source: r.source,
                      url: r.url}]->(b)
