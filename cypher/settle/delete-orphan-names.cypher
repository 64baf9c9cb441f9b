// Deletes names that nothing uses any more.
// $keys: normal forms. Cost: one index look-up per key.
UNWIND $keys AS key
MATCH (n:Name {key: key})
WHERE NOT EXISTS { (n)-[]-(:Entity) }
DELETE n
