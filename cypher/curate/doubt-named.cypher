// Marks withheld readings under these names to be looked at again.
// $keys: normal forms. Cost: the withheld readings under each name.
UNWIND $keys AS key
MATCH (w:Withheld {name: key})<-[r:WITHHELD]-(p:Paper)
SET w.doubtful = true, r.doubtful = true
