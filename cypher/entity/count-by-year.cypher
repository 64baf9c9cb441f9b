// How many papers of entities appeared in each year. Papers of unknown year are left out.
// Parameters: $ids, entity ids; those of the slots.
// Slots: where, which papers.
// Order: none.
// Cost: the papers of the entities.
UNWIND $ids AS owner
MATCH (e:Entity {id: owner})<-[r]-(p:Paper)
WHERE p.year IS NOT NULL // :where
RETURN owner, p.year AS year, count(p) AS papers
