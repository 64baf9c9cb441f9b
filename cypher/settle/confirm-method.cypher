// Counts the papers of entities of kind METHOD whose kind, name and aliases stand as they are, and marks them settled.
// $ids: entity ids. Cost: every paper of each entity once.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)<-[r]-(p:Paper)
  RETURN count(p) AS papers, min(p.year) AS firstYear
}
SET e += {paperCount: papers, firstYear: firstYear, unsettled: null}
SET e:Method
REMOVE e:Model:Dataset
