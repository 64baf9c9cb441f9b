// Writes what the corpus says of entities of kind MODEL, counts their papers, and marks them settled.
// $rows: {id, name, aliases, words}. Cost: every paper of each entity once.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  RETURN count(p) AS papers, min(p.year) AS firstYear
}
SET e:Model, e.kind = 'MODEL', e.name = row.name, e.aliases = row.aliases, e.words = row.words,
    e.paperCount = papers, e.firstYear = firstYear
REMOVE e:Method:Dataset, e.unsettled
