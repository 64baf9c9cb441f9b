// The further ids and titles under which papers are known, and all papers that each leads to.
// $ids: paper ids. Order: none. Cost: one index look-up per id, the papers' aliases and their papers.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[:IDENTIFIES]-(a:Alias)
RETURN p.id AS paper, a.id AS id, [(a)-[:IDENTIFIES]->(q:Paper) | q.id] AS papers
