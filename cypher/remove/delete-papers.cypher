// Deletes papers. Their mentions were taken away before, so that the entities are marked for settling.
// $ids: paper ids. Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
DETACH DELETE p
