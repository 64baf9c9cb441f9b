// The schema of the embedded engine. A uniqueness constraint there brings no index, so both are made; an index serves
// equality only. Constraints come first: on an empty database they are sure to hold.
CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (p:Paper) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:Meta) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT ingest_id IF NOT EXISTS FOR (i:Ingest) REQUIRE i.id IS UNIQUE;
CREATE INDEX paper_id_index IF NOT EXISTS FOR (p:Paper) ON (p.id);
CREATE INDEX entity_id_index IF NOT EXISTS FOR (e:Entity) ON (e.id);
CREATE INDEX name_key_index IF NOT EXISTS FOR (n:Name) ON (n.key);
CREATE INDEX meta_id_index IF NOT EXISTS FOR (m:Meta) ON (m.id);
CREATE INDEX ingest_id_index IF NOT EXISTS FOR (i:Ingest) ON (i.id);
CREATE INDEX entity_unsettled IF NOT EXISTS FOR (e:Entity) ON (e.unsettled);
CREATE INDEX entity_kind IF NOT EXISTS FOR (e:Entity) ON (e.kind);
CREATE INDEX paper_year IF NOT EXISTS FOR (p:Paper) ON (p.year);
CREATE INDEX paper_date IF NOT EXISTS FOR (p:Paper) ON (p.date);
CREATE INDEX paper_venue IF NOT EXISTS FOR (p:Paper) ON (p.venue);
