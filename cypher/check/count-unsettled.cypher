// How many entities wait for the settling pass. More than none when a command was interrupted.
// Cost: the unsettled entities, by index.
MATCH (e:Entity {unsettled: true})
RETURN count(e) AS entities
