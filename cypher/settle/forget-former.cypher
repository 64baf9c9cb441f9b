// Takes the former ids away that are about to point elsewhere.
// $keys: former entity ids. Cost: one index look-up per key.
UNWIND $keys AS key
MATCH (n:Name {key: key})-[r:FORMERLY]->(e:Entity)
DELETE r
