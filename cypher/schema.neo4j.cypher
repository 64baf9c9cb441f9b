// The schema of Neo4j. A constraint owns its index, so no index is made beside it. The full-text indexes hold the folded
// words that the loader stores, cut at spaces only: what is a word is decided in one place, for both engines.
CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (p:Paper) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT alias_id IF NOT EXISTS FOR (a:Alias) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT curation_id IF NOT EXISTS FOR (c:Curation) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT withheld_id IF NOT EXISTS FOR (w:Withheld) REQUIRE w.id IS UNIQUE;
CREATE CONSTRAINT benchmark_key IF NOT EXISTS FOR (b:Benchmark) REQUIRE b.key IS UNIQUE;
CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:Meta) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT ingest_id IF NOT EXISTS FOR (i:Ingest) REQUIRE i.id IS UNIQUE;
CREATE INDEX entity_unsettled IF NOT EXISTS FOR (e:Entity) ON (e.unsettled);
CREATE INDEX entity_stale_base IF NOT EXISTS FOR (e:Entity) ON (e.staleBase);
CREATE INDEX withheld_name IF NOT EXISTS FOR (w:Withheld) ON (w.name);
CREATE INDEX withheld_doubtful IF NOT EXISTS FOR (w:Withheld) ON (w.doubtful);
CREATE INDEX curation_op IF NOT EXISTS FOR (c:Curation) ON (c.op);
CREATE INDEX entity_kind IF NOT EXISTS FOR (e:Entity) ON (e.kind);
CREATE INDEX paper_arxiv_id IF NOT EXISTS FOR (p:Paper) ON (p.arxivId);
CREATE INDEX paper_doi IF NOT EXISTS FOR (p:Paper) ON (p.doi);
CREATE INDEX paper_title_key IF NOT EXISTS FOR (p:Paper) ON (p.titleKey);
CREATE INDEX paper_year IF NOT EXISTS FOR (p:Paper) ON (p.year);
CREATE INDEX paper_date IF NOT EXISTS FOR (p:Paper) ON (p.date);
CREATE INDEX paper_venue IF NOT EXISTS FOR (p:Paper) ON (p.venue);
CREATE FULLTEXT INDEX paper_words IF NOT EXISTS FOR (p:Paper) ON EACH [p.words]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (e:Entity) ON EACH [e.words]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CALL db.awaitIndexes(300);
