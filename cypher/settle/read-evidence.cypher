// What the papers of these entities read, counted: the votes for kind, name and aliases. Where `joined` is not null it has
// the readings, and what stands beside it is their sum.
// $ids: entity ids. Order: none. Cost: every paper of each entity once.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
RETURN e.id AS entity, r.readAs AS readAs, r.readName AS readName, r.readKind AS readKind, r.readAcronym AS readAcronym, r.joined AS joined,
       count(*) AS papers, sum(CASE WHEN type(r) = 'INTRODUCES' THEN 1 ELSE 0 END) AS introducing
