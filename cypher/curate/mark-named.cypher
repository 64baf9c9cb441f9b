// Marks the entities that bear any of these names for settling.
// $keys: normal forms. Cost: the entities of each name.
UNWIND $keys AS key
MATCH (n:Name {key: key})-[:NAMES]->(e:Entity)
SET e.unsettled = true
