// The abstracts of papers, for those that were fetched without.
// Parameters: $ids.
// Order: none.
// Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.abstract AS abstract
