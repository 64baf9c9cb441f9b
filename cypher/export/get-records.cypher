// What each source says of papers that have several.
// $ids: paper ids. Order: none. Cost: one index look-up per id and the papers' records.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[:TELLS_OF]-(r:Record)
RETURN p.id AS paper, r.id AS id, r.content AS content
