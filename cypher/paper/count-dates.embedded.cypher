// The dates of papers, with how many papers have each.
// Order: date descending.
// Cost: reads the date of every paper; kept until the next write.
MATCH (p:Paper)
WITH p.date AS date, count(p) AS papers
RETURN date, papers ORDER BY date DESC
