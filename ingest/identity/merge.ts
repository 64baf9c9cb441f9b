import { byCode } from "../link/evidence.js";
import type { Paper } from "../paper.js";
import { byTrust, type PaperRecord } from "./paper-record.js";

/** A paper's id by kind: arXiv's, a DOI, one of a source, a hash. */
const KINDS = [/^arxiv:/, /^doi:/, /^(?!hash:)/, /^hash:/];
const kindOf = (id: string): number => KINDS.findIndex((kind) => kind.test(id));
const byId = (a: string, b: string): number => kindOf(a) - kindOf(b) || byCode(a, b);

/** Where papers are put before or beside their publication. */
const PREPRINTS = /^(?:arxiv|corr|biorxiv|medrxiv|ssrn|research square|openreview|preprints?\b)/i;
/** An abstract of a better source is taken when it is at least this part of the longest. */
const NEARLY = 0.8;

/**
 * The paper that several records tell of: a function of the set of records. In the order of trust (sources.ts, then the
 * record's key) the first that has it gives the title, year, authors, address and venue (a preprint server last); the
 * abstract is the first that is nearly as long as the longest; the date the most exact, then the earliest; the id the
 * best (arXiv, DOI, source, hash), then the smallest; addresses of code are all.
 */
export function mergeRecords(records: readonly PaperRecord[]): Paper {
  const papers = [...records].sort(byTrust).map(({ paper }) => paper);
  const [first] = papers as [Paper, ...Paper[]];
  if (papers.length === 1) return first;
  const id = papers.map((paper) => paper.id).sort(byId)[0]!;
  const firstOf = <T>(read: (paper: Paper) => T | null): T | null =>
    papers.map(read).find((value) => value !== null) ?? null;
  const longest = Math.max(...papers.map(({ abstract }) => abstract.length));
  const dois = papers.map(({ doi }) => doi).filter((doi) => doi !== null);
  const { title } = first;
  const { abstract } = papers.find((paper) => paper.abstract.length >= NEARLY * longest)!;
  const read = papers.find((paper) => paper.reading && paper.title === title && paper.abstract === abstract)?.reading;
  return {
    id,
    title,
    abstract,
    year: firstOf(({ year }) => year),
    date: papers.map(({ date }) => date).sort((a, b) => b.length - a.length || byCode(a, b))[0]!,
    venue:
      firstOf(({ venue }) => (venue !== null && PREPRINTS.test(venue) ? null : venue)) ?? firstOf(({ venue }) => venue),
    authors: papers.find(({ authors }) => authors.length > 0)?.authors ?? [],
    url: firstOf(({ url }) => url),
    doi: id.startsWith("doi:") ? id.slice(4) : (dois.find((doi) => !doi.startsWith("10.48550/")) ?? dois[0] ?? null),
    arxivId: id.startsWith("arxiv:") ? id.slice(6) : firstOf(({ arxivId }) => arxivId),
    codeUrls: [...new Set(papers.flatMap(({ codeUrls }) => codeUrls))],
    collections: [...new Set(papers.flatMap(({ collections }) => collections))].sort(byCode),
    ...(read ? { reading: read } : {}),
  };
}
