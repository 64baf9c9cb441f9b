// What a paper reads that is linked to an entity. `joined` has the readings where they are several.
// $paper, $entity: ids. Order: none. Cost: the paper's relationships.
MATCH (p:Paper {id: $paper})-[r]->(e:Entity)
WHERE e.id = $entity
RETURN r.readName AS readName, r.joined AS joined
