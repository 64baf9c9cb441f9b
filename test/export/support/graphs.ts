import type { ExtractedEntity } from "../../../ingest/extract/extractor.js";
import { extractionVersion } from "../../../ingest/extraction-version.js";
import type { IngestTools } from "../../../ingest/ingest.js";
import { type LookUpName, linkPaper } from "../../../ingest/link/link-paper.js";
import { loadBatch, sortPapers } from "../../../ingest/load/load-batch.js";
import { settle } from "../../../ingest/load/settle.js";
import type { Paper } from "../../../ingest/paper.js";
import type { Store } from "../../../src/store/store.js";
import { lists, paper, type Reads, reads } from "../../load/graph-of.js";

/** An extractor that is never asked: what it is said to have read comes with the papers. */
export const toolsOf = (lookUp: LookUpName): IngestTools => ({
  extractor: { extract: () => Promise.reject(new Error("was asked to extract")), close: async () => {} },
  version: "test-1",
  lookUp,
});

const VERSION = extractionVersion("test-1");

/** A paper and what is read in it. */
export interface Read {
  readonly paper: Paper;
  readonly links: ReturnType<typeof linkPaper>;
}

/** Loads papers and settles, as if the extractor of `toolsOf` had read them. */
export async function loadRead(store: Store, read: readonly Read[], lookUp: LookUpName = lists([])): Promise<void> {
  const links = new Map(read.map((one) => [one.paper.id, one.links]));
  const sorted = await sortPapers(
    store,
    read.map((one) => one.paper),
    VERSION,
  );
  await loadBatch(
    store,
    sorted.map((entry) => ({ ...entry, links: links.get(entry.paper.id) ?? [] })),
    VERSION,
  );
  await settle(store, lookUp);
}

/** Papers of a table (see graph-of), their places within a text. */
export const readsOf = (papers: Readonly<Record<string, Reads>>, lookUp: LookUpName = lists([])): Read[] =>
  Object.entries(papers).map(([id, entries]) => {
    const { paper, links } = reads(id, entries, lookUp);
    return { paper: { ...paper, abstract: "x".repeat(200) }, links };
  });

/** Marks of every syntax, and letters of many kinds. */
export const NASTY = [
  `O'Neil "the quoted" Model`,
  "<b>Bold</b> & Brave Model",
  "Semi;colon, comma Model",
  "back\\slash \\n Model",
  "]]> --> }} )) Model",
  "'; MATCH (n) DETACH DELETE n; // Model",
  "\u65e5\u672c\u8a9e\u30e2\u30c7\u30eb",
  "\u{1f600} Emoji Model",
  "caf\u00e9 na\u00efve Model",
  "%41 percent {braces} |pipe| ^caret` Model",
];

/** A paper with every field filled; the type makes sure that it stays so. */
const FULL: Required<Omit<Paper, "reading" | "results">> = {
  id: "doi:10.1234/a<b>\"c'(d)",
  title: `Nasty: ${NASTY.join(" / ")}`,
  abstract: `"Quoted", <i>tagged</i> &amp; $\\alpha$ &lt;escaped&gt;; ${NASTY.join("; ")}.`,
  year: 2021,
  date: "2021-02-03",
  venue: 'Proc. of <Things> & "Stuff"; vol. 1',
  authors: ["Doe; Jane", 'O\'Neil, Pat "P"', "\u738b\u5c0f\u660e", "Jos\u00e9 <jose@example.org>"],
  url: 'https://example.org/a?b=[c]&d="e"|{f}%zz',
  doi: "10.1234/a<b>\"c'(d)",
  arxivId: "2102.00001",
  codeUrls: ["https://example.org/code;1", "https://example.org/code,2"],
  collections: ["a;b", "mine"],
};

const mentionsIn = (title: string): ExtractedEntity[] =>
  NASTY.map((name, i) => ({
    name,
    type: (["METHOD", "MODEL", "DATASET"] as const)[i % 3]!,
    surfaces: [name],
    role: (["INTRODUCES", "EVALUATES", "USES", "COMPARES", "MENTIONS"] as const)[i % 5]!,
    confidence: [1, 0.5, 0.623456789, 0.99][i % 4]!,
    spans: [{ field: "title", start: title.indexOf(name), end: title.indexOf(name) + name.length }],
  }));

const plain = (id: string, fields: Partial<Paper>, names: readonly string[]): Read => {
  const title = `On ${names.join(", ")}`;
  const found = names.map((name): ExtractedEntity => {
    const start = title.indexOf(name);
    const span = { field: "title" as const, start, end: start + name.length };
    return { name, type: "MODEL", surfaces: [name], role: "USES", confidence: 0.75, spans: [span] };
  });
  return { paper: paper(id, { title, ...fields }), links: linkPaper(found, lists([])) };
};

/** A small graph with all that may go wrong: marks of every syntax, unknown fields, variants, an acronym. */
export const NASTY_GRAPH: readonly Read[] = [
  { paper: FULL, links: linkPaper(mentionsIn(FULL.title), lists([])) },
  plain("hash:0123456789abcdef", { year: null, date: "" }, ["Llama 2", "Llama-2-13b"]),
  plain("arxiv:2001.00001", { year: 2020, date: "2020-01", collections: ["mine"] }, ["Llama 2", NASTY[3]!]),
  plain("arxiv:2201.00001", { year: 2022, date: "2022" }, []),
];

/** What no file can bring, but a program that writes to the store could. */
export const BROKEN_TEXT: Read = {
  paper: paper("arxiv:2301.00001", { title: "Line\nbreak\r\n\ttab \u0001 \ufffe end", year: 2023, date: "2023" }),
  links: [],
};
