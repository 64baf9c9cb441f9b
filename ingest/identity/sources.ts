/**
 * Sources in the order in which they are believed: publishers and archives, then services that gather from them, then
 * files of people. Other sources come before the exports of papergraph itself, which say what all others said.
 */
const ORDER = [
  "acl-anthology",
  "pubmed",
  "crossref",
  "openreview",
  "arxiv",
  "dblp",
  "oai-pmh",
  "semantic-scholar",
  "openalex",
  "hf-daily-papers",
  "papers-with-code",
  "papers-with-code-links",
  "csl-json",
  "bibtex",
  "ris",
];
const LAST = ["papergraph"];

/** The place of a source in that order; a source may have more words after its name. */
export function rankOf(source: string): number {
  const [name = ""] = source.split(" ");
  if (LAST.includes(name)) return ORDER.length + 1;
  const at = ORDER.indexOf(name);
  return at < 0 ? ORDER.length : at;
}
