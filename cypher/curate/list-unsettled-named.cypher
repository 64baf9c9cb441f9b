// The entities that bear any of these names and wait for the settling pass.
// $keys: normal forms. Order: none. Cost: the entities of each name.
UNWIND $keys AS key
MATCH (n:Name {key: key})-[:NAMES]->(e:Entity)
WHERE e.unsettled = true
RETURN DISTINCT e.id AS id
