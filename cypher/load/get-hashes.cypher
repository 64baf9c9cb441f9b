// What the store has of these papers already, to skip the unchanged ones.
// $ids: paper ids (at most one batch). Order: none. Cost: one index look-up per id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.contentHash AS contentHash, p.extractorVersion AS extractorVersion, p.collections AS collections,
       p.records AS records
