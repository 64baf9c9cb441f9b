// Entities whose name and aliases hold every word; those with more of the words in the name first, then those in the
// most papers.
// Parameters: $words, each between spaces; $limit.
// Order: score descending, paperCount descending, id.
// Cost: reads `words` of every entity.
MATCH (e:Entity)
WHERE all(w IN $words WHERE e.words CONTAINS w)
WITH e.id AS id, coalesce(e.paperCount, 0) AS papers, split(e.words, '|')[0] AS head
WITH id, papers, size([w IN $words WHERE head CONTAINS w]) AS score
RETURN id, score
ORDER BY score DESC, papers DESC, id
LIMIT $limit
