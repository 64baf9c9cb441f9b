// The entities that bear any of these names.
// $keys: normal forms. Order: none. Cost: one index look-up per key, and the entities of each name.
UNWIND $keys AS key
MATCH (n:Name {key: key})-[:NAMES]->(e:Entity)
RETURN DISTINCT e.id AS id
