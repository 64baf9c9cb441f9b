// Papers whose title and abstract hold every word, best first by the full-text index.
// Parameters: $query, every word as a required term; $limit.
// Order: score descending, id.
// Cost: $limit nodes.
CALL db.index.fulltext.queryNodes('paper_words', $query, {limit: $limit}) YIELD node, score
RETURN node.id AS id, score
ORDER BY score DESC, id
LIMIT $limit
