// Links papers to the entities that they mention in the role USES. The relationship must not exist yet.
// $rows: {paper, entity, confidence, spans, readAs, readName, readKind, readAcronym}. Cost: two index look-ups per row.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper})
MATCH (e:Entity {id: row.entity})
CREATE (p)-[:USES {confidence: row.confidence, spans: row.spans, readAs: row.readAs, readName: row.readName,
                 readKind: row.readKind, readAcronym: row.readAcronym}]->(e)
