// Takes the aliases of these papers away; they are about to be given anew, to these papers or to others.
// $ids: paper ids. Cost: the papers' aliases.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[:IDENTIFIES]-(a:Alias)
DETACH DELETE a
