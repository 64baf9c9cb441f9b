// The versions of the extractor that read the papers, with the number of papers that each read.
// Order: version.
// Cost: reads the version of every paper.
MATCH (p:Paper)
WITH p.extractorVersion AS version, count(p) AS papers
RETURN version, papers ORDER BY version
