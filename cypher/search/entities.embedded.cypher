// Entities whose name and aliases hold every word; those with more of the words in the name first, then those in the
// most papers.
// Parameters: $first, the word to test first, between spaces; $others, the rest in the same form; $words, all of them;
// $limit.
// Order: score descending, paperCount descending, id.
// Cost: reads `words` of every entity once, and again for the entities that hold $first.
MATCH (e:Entity)
WHERE e.words CONTAINS $first AND all(w IN $others WHERE e.words CONTAINS w)
WITH e.id AS id, coalesce(e.paperCount, 0) AS papers, split(e.words, '|')[0] AS head
WITH id, papers, size([w IN $words WHERE head CONTAINS w]) AS score
RETURN id, score
ORDER BY score DESC, papers DESC, id
LIMIT $limit
