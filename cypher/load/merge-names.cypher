// Creates the name nodes that are new.
// $keys: normal forms. Cost: one index look-up per key.
UNWIND $keys AS key
MERGE (n:Name {key: key})
