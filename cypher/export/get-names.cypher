// Names by key, and the entities that each names, formerly named, and would be the base of.
// $keys: keys of names. Order: none. Cost: one index look-up per key and the name's own relationships.
UNWIND $keys AS key
MATCH (n:Name {key: key})
RETURN n.key AS key, [(n)-[:NAMES]->(e:Entity) | e.id] AS names, [(n)-[:FORMERLY]->(e:Entity) | e.id] AS formerly,
       [(n)<-[:VARIES]-(e:Entity) | e.id] AS variedBy
