import { arxivIdOf } from "./arxiv-id.js";
import { doiOf } from "./doi.js";
import { isKeepable } from "./identify.js";
import type { Paper } from "./paper.js";
import { clean } from "./read/clean.js";
import type { RawRecord } from "./read/reader.js";

/** Where a paper's record comes from, and what else the paper is called there. */
export interface Origin {
  /** The source: `arxiv`, `pubmed`, `bibtex`; see identity/sources.ts. */
  readonly source: string;
  /** The record within its source: when it comes again, it takes the place of what it said before. */
  readonly key: string;
  /** Ids of the paper beside its own: `doi:...`, `pmid:19129924`, `openreview:HkghWScuoQ`. Sorted. */
  readonly otherIds: readonly string[];
}

/** Addresses that hold an id of the site. */
const SITES: readonly (readonly [string, RegExp])[] = [
  ["openreview", /^https?:\/\/openreview\.net\/(?:forum|pdf)\?(?:.*&)?id=([\w-]+)/i],
  [
    "acl",
    /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)(?:\.pdf|\/|$)/i,
  ],
  ["pmid", /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)/i],
  ["openalex", /^https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?(W\d+)$/i],
  ["s2", /^https?:\/\/(?:www\.)?semanticscholar\.org\/paper\/(?:[^/]+\/)?([0-9a-f]{40})\b/i],
  ["dblp", /^https?:\/\/dblp\.(?:org|uni-trier\.de)\/rec\/([a-z]+\/[\w-]+\/[\w-]+?)(?:\.\w+)?$/i],
];

/** The id that a text of a record gives: of arXiv, a DOI, of a site that is known; else the text where it can be one. */
function idIn(text: string): string | undefined {
  const given = clean(text);
  const arxiv = arxivIdOf(given);
  if (arxiv !== null) return `arxiv:${arxiv}`;
  const doi = doiOf(given);
  if (doi !== null) return `doi:${doi}`;
  for (const [name, address] of SITES) {
    const id = address.exec(given)?.[1];
    if (id !== undefined) return `${name}:${id}`;
  }
  return isKeepable(given) && !/^https?:/i.test(given) ? given : undefined;
}

/** The origin of the record that `paper` was made from. */
export function originOf(raw: RawRecord, paper: Paper, reader: string): Origin {
  // JSON is one source, in whichever form.
  const source = raw.source ?? (reader === "jsonl" ? "json" : reader);
  const given = idIn(raw.id ?? "");
  const url = raw.url === undefined ? undefined : idIn(raw.url);
  const ids = [given, url, ...(raw.otherIds ?? []).map(idIn)].filter((id) => id !== undefined);
  if (paper.doi !== null) ids.push(`doi:${paper.doi}`);
  const otherIds = [...new Set(ids)].filter((id) => id !== paper.id).sort();
  return { source, key: `${source} ${given ?? paper.id}`, otherIds };
}
