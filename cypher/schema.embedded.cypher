// The schema of the embedded engine. A uniqueness constraint there brings no index, so both are made; an index serves
// equality only. Constraints come first: on an empty database they are sure to hold.
CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (p:Paper) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT alias_id IF NOT EXISTS FOR (a:Alias) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:Meta) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT ingest_id IF NOT EXISTS FOR (i:Ingest) REQUIRE i.id IS UNIQUE;
CREATE INDEX paper_id_index IF NOT EXISTS FOR (p:Paper) ON (p.id);
CREATE INDEX entity_id_index IF NOT EXISTS FOR (e:Entity) ON (e.id);
CREATE INDEX name_key_index IF NOT EXISTS FOR (n:Name) ON (n.key);
CREATE INDEX alias_id_index IF NOT EXISTS FOR (a:Alias) ON (a.id);
CREATE INDEX record_id_index IF NOT EXISTS FOR (r:Record) ON (r.id);
CREATE INDEX meta_id_index IF NOT EXISTS FOR (m:Meta) ON (m.id);
CREATE INDEX ingest_id_index IF NOT EXISTS FOR (i:Ingest) ON (i.id);
CREATE INDEX entity_unsettled IF NOT EXISTS FOR (e:Entity) ON (e.unsettled);
CREATE INDEX entity_stale_base IF NOT EXISTS FOR (e:Entity) ON (e.staleBase);
CREATE INDEX entity_kind IF NOT EXISTS FOR (e:Entity) ON (e.kind);
CREATE INDEX paper_arxiv_id IF NOT EXISTS FOR (p:Paper) ON (p.arxivId);
CREATE INDEX paper_doi IF NOT EXISTS FOR (p:Paper) ON (p.doi);
CREATE INDEX paper_title_key IF NOT EXISTS FOR (p:Paper) ON (p.titleKey);
CREATE INDEX paper_year IF NOT EXISTS FOR (p:Paper) ON (p.year);
CREATE INDEX paper_venue IF NOT EXISTS FOR (p:Paper) ON (p.venue);
