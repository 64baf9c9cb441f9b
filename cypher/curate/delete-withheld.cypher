// Deletes withheld readings; they are linked again.
// $rows: {id, paper}. Cost: the withheld readings of each paper.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})-[r:WITHHELD]->(w:Withheld)
WHERE w.id = row.id
DELETE r
