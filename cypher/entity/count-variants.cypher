// How many variants entities have. Entities without one are not in the answer.
// Parameters: $ids, entity ids.
// Order: none.
// Cost: the variants of the entities.
UNWIND $ids AS owner
MATCH (base:Entity {id: owner})<-[r:VARIANT_OF]-(e:Entity)
RETURN owner, count(e) AS count
