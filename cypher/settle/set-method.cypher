// Writes what the corpus says of entities of kind METHOD, counts their papers, and marks them settled.
// $rows: {id, name, aliases, words}. Cost: every paper of each entity once.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  RETURN count(p) AS papers, min(p.year) AS firstYear
}
SET e += {kind: 'METHOD', name: row.name, aliases: row.aliases, words: row.words, paperCount: papers, firstYear: firstYear,
          unsettled: null}
SET e:Method
REMOVE e:Model:Dataset
