// How many papers a collection has, and how many of them are in another one too.
// $collection: its name. Cost: reads the collections of every paper.
MATCH (p:Paper)
WHERE $collection IN p.collections
RETURN count(p) AS papers, coalesce(sum(CASE WHEN size(p.collections) > 1 THEN 1 ELSE 0 END), 0) AS shared
