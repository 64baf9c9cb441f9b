// How many papers there are, and of which years.
// Cost: reads the year of every paper.
MATCH (p:Paper)
RETURN count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear
