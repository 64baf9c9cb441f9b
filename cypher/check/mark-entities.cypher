// Marks entities to be decided and counted anew, and their base to be looked up.
// $ids: entity ids. Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e.unsettled = true, e.staleBase = true
