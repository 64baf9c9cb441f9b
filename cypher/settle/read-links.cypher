// The relationships at an entity that were read under one id, among others or not, whole, to be moved to another entity.
// $rows: {entity, readAs, quoted}: the id as it stands in `joined`. Order: none. Cost: every paper of each entity once.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})<-[r]-(p:Paper)
WHERE r.readAs = row.readAs OR r.joined CONTAINS row.quoted
RETURN p.id AS paper, e.id AS entity, type(r) AS role, r.confidence AS confidence, r.spans AS spans, r.readAs AS readAs,
       r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym, r.joined AS joined
