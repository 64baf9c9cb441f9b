// Entities by id with all their properties, and the entities that they are variants of.
// $ids: entity ids. Order: none. Cost: one index look-up per id and the bases of each.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.words AS words, e.paperCount AS paperCount,
       e.firstYear AS firstYear, e.unsettled AS unsettled, e.staleBase AS staleBase,
       [(e)-[:VARIANT_OF]->(b:Entity) | b.id] AS bases
