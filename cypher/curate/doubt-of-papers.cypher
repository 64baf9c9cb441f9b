// Marks the withheld readings of these papers to be looked at again.
// $ids: paper ids. Cost: the withheld readings of each paper.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r:WITHHELD]->(w:Withheld)
SET w.doubtful = true, r.doubtful = true
