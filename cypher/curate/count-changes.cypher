// How many decisions of curators the graph took at or after a time.
// $since: ISO time, or the empty string. Cost: all decisions.
MATCH (c:Curation)
WHERE c.appliedAt >= $since
RETURN count(c) AS decisions
