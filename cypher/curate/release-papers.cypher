// Deletes the withheld readings of papers that are about to be read anew or to be deleted.
// $ids: paper ids. Cost: the withheld readings of each paper.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r:WITHHELD]->(w:Withheld)
DELETE r
