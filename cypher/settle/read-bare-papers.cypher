// The papers that read a bare acronym, each with all that it reads.
// $rows: {entity, readAs}. Order: none. Cost: every paper of each entity, and its relationships.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})<-[r]-(p:Paper)
WHERE r.readAs = row.readAs
MATCH (p)-[o]->(x:Entity)
RETURN p.id AS paper, e.id AS entity, r.readAs AS bare, r.readKind AS kind, collect(o.readAs) AS company
