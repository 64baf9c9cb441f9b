// What else is read in the papers that read one long form of an ambiguous acronym, counted.
// $rows: {entity, readAs}: where the long form's relationships are, and under which id they were read.
// Order: none. Cost: every paper of each entity, and its relationships.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})<-[r]-(p:Paper)
WHERE r.readAs = row.readAs
MATCH (p)-[o]->(x:Entity)
RETURN row.readAs AS candidate, o.readAs AS readAs, count(*) AS papers
