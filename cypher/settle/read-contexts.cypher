// The papers that read something under given ids, each with how it reads it, its words, and all that it reads.
// $rows: {entity, readAs, quoted}: the id as it stands in `joined`. Order: none. Cost: every paper of each entity, and its relationships.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})<-[r]-(p:Paper)
WHERE r.readAs = row.readAs OR r.joined CONTAINS row.quoted
MATCH (p)-[o]->(x:Entity)
RETURN row.readAs AS asked, p.id AS paper, p.words AS words, e.id AS entity, r.joined AS joined, r.readAs AS readAs, r.readName AS readName,
       r.readKind AS readKind, r.readAcronym AS readAcronym, collect(o.readAs) AS company, collect(o.joined) AS joinedCompany
