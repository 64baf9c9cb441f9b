// Lets further ids resolve to papers.
// $rows: {id, paper}; an id stands once. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MERGE (a:Alias {id: row.id})
MERGE (a)-[:IDENTIFIES]->(p)
