// Marks the entities whose base may have come, gone or changed its name.
// $keys: normal forms. Cost: the entities that would be variants of each name.
UNWIND $keys AS key
MATCH (n:Name {key: key})<-[:VARIES]-(e:Entity)
SET e.staleBase = true
