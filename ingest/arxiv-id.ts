/** The archives that arXiv ids named until March 2007. */
const ARCHIVES =
  "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|" +
  "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|" +
  "q-alg|q-bio|quant-ph|solv-int|supr-con";
const NEW = "\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}";
const OLD = `(?:${ARCHIVES})(?:\\.[a-z]{2})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}`;
const BARE = new RegExp(`^(?:${NEW}|${OLD})(?:v\\d+)?$`, "i");
const WITHIN = new RegExp(
  `^(?:arxiv:\\s*|oai:arxiv\\.org:|10\\.48550/arxiv\\.|(?:https?://)?[\\w.-]*` +
    `(?:arxiv\\.org/(?:abs|pdf|html|e-print|format|list)|ar5iv\\.[\\w.]+/(?:abs|html)|alphaxiv\\.org/abs|` +
    `huggingface\\.co/papers|doi\\.org/10\\.48550)/(?:arxiv\\.)?)(${NEW}|${OLD})(?:v\\d+)?(?:\\.pdf)?(?:[\\s/?#[].*)?$`,
  "is",
);

/**
 * The arXiv id that a text gives, without version: `2303.08774`, `hep-th/9901001`; from the bare id, `arXiv:...`, the DOI
 * 10.48550/arXiv.*, or an address at arXiv or a mirror of it. Null where it is none.
 */
export function arxivIdOf(text: string | undefined): string | null {
  const given = text?.trim() ?? "";
  if (given.length > 500) return null;
  const id = BARE.test(given) ? given.replace(/v\d+$/i, "") : WITHIN.exec(given)?.[1];
  if (id === undefined) return null;
  // Old ids: the subject class (math.AG/...) is no part of the id.
  return id.toLowerCase().replace(/\.[a-z]{2}\//, "/");
}

/** The month of first submission, which an arXiv id says: `2023-03`. */
export function arxivMonth(arxivId: string): string {
  const [, year, month] = /(\d{2})(\d{2})(?:\.|\d{3}$)/.exec(arxivId) ?? ["", "", ""];
  return `${Number(year) >= 91 ? "19" : "20"}${year}-${month}`;
}
