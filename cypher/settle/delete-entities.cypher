// Deletes entities that no paper mentions any more.
// $ids: entity ids. Cost: the names of each.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
