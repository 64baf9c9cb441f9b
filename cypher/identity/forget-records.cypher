// Deletes what the sources say of these papers.
// $ids: paper ids. Cost: the papers' records.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[:TELLS_OF]-(r:Record)
DETACH DELETE r
