// The entities that share a name or an acronym with these.
// $ids: entity ids. Order: none. Cost: the names of each, and the entities of each name.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:NAMES]-(n:Name)-[:NAMES]->(o:Entity)
RETURN DISTINCT o.id AS id
