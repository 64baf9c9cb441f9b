// Results that are kept under names of datasets, some of each name, with the papers that report them.
// Parameters: $keys, normal forms of names; $limit, for each name; those of the slots.
// Slots: where, which of them; order, which come first.
// Order: none between names; within one by id of the result and the paper, or that of the slot.
// Cost: the results under each name.
UNWIND $keys AS asked
MATCH (b:Benchmark {key: asked})
CALL (b) {
  MATCH (b)<-[r:REPORTS]-(p:Paper)
  WHERE true // :where
  WITH r, p ORDER BY r.id, p.id LIMIT $limit // :order
  RETURN r, p
}
RETURN asked, r.id AS resultId, r.dataset AS dataset, r.task AS task, r.split AS split, r.model AS model,
  r.metric AS metric, r.metricName AS metricName, r.value AS value, r.written AS written, r.source AS source,
  r.url AS sourceUrl, p.id AS id, p.title AS title, p.year AS year, p.date AS date, p.venue AS venue,
  p.authors AS authors, p.url AS url, p.doi AS doi, p.arxivId AS arxivId, p.codeUrls AS codeUrls,
  p.collections AS collections
