// The former ids that resolve to these entities.
// $ids: entity ids. Order: none. Cost: the former ids of each.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:FORMERLY]-(n:Name)
RETURN n.key AS key, e.id AS id
