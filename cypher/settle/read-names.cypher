// The names that point to these entities now, the names that they would be variants of, and their kind, name, aliases and
// count as they were settled last (those of the first paper, and 0, for a new entity).
// $ids: entity ids. Order: none. Cost: the names of each.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.paperCount AS paperCount, [(e)<-[:NAMES]-(n:Name) | n.key] AS keys,
       [(e)-[:VARIES]->(b:Name) | b.key] AS baseKeys
