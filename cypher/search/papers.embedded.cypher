// Papers whose title and abstract hold every word; those with more of the words in the title first, then the newest.
// Parameters: $first, the word to test first, between spaces; $others, the rest in the same form; $words, all of them;
// $limit.
// Order: score descending, date descending, id.
// Cost: reads `words` of every paper once, and again for the papers that hold $first.
MATCH (p:Paper)
WHERE p.words CONTAINS $first AND all(w IN $others WHERE p.words CONTAINS w)
WITH p.id AS id, p.date AS date, split(p.words, '|')[0] AS head
WITH id, date, size([w IN $words WHERE head CONTAINS w]) AS score
RETURN id, score
ORDER BY score DESC, date DESC, id
LIMIT $limit
