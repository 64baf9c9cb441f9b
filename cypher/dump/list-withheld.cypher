// What papers read and a curator rejected.
// $ids: paper ids. Order: none. Cost: the papers' withheld readings.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r:WITHHELD]->(w:Withheld)
RETURN p.id AS paper, w.id AS withheld, r.role AS role, r.confidence AS confidence, r.spans AS spans,
       r.readAs AS readAs, r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym
