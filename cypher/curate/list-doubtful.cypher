// Withheld readings of which a rejection was undone, whole.
// $limit: how many. Order: none. Cost: the marked nodes, by index, and their relationships.
MATCH (w:Withheld {doubtful: true})<-[r:WITHHELD]-(p:Paper)
WHERE r.doubtful = true
RETURN w.id AS id, p.id AS paper, r.role AS role, r.confidence AS confidence, r.spans AS spans, r.readAs AS readAs,
       r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym
LIMIT $limit
