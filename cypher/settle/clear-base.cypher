// Takes the base of these entities away and their mark with it; set-base follows for those that have one.
// $ids: entity ids. Cost: one relationship each.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
REMOVE e.staleBase
WITH e
MATCH (e)-[r:VARIANT_OF]->(b:Entity)
DELETE r
