// Papers whose title and abstract hold every word; those with more of the words in the title first, then the newest.
// Parameters: $words, each between spaces; $limit.
// Order: score descending, date descending, id.
// Cost: reads `words` of every paper.
MATCH (p:Paper)
WHERE all(w IN $words WHERE p.words CONTAINS w)
WITH p.id AS id, p.date AS date, split(p.words, '|')[0] AS head
WITH id, date, size([w IN $words WHERE head CONTAINS w]) AS score
RETURN id, score
ORDER BY score DESC, date DESC, id
LIMIT $limit
