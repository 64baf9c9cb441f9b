import type { ErrorCode } from "../../src/errors.js";
import type { Paper } from "../paper.js";

/** Why a record is not read. */
export interface Problem {
  readonly code: ErrorCode;
  readonly reason: string;
}

/** A paper as its source words it: nothing cleaned, nothing checked. Readers fill in what they find; identify() does the rest. */
export interface RawRecord {
  id?: string;
  title?: string;
  abstract?: string;
  year?: string | number;
  date?: string | number;
  authors?: readonly string[];
  venue?: string;
  doi?: string;
  arxivId?: string;
  url?: string;
  codeUrls?: readonly string[];
  collections?: readonly string[];
  /** Ids of the same paper beside its own: `pmid:19129924`. Records that share one are of one paper. */
  otherIds?: readonly string[];
  /** Which source says it, for merging; the reader's name when left out. */
  source?: string;
}

/**
 * What a reader finds, in the order of the file: a record or the reason why there is none, or a paper that is as the graph
 * has it (exported.ts). `source` is its text in the file.
 */
export type Found = { readonly line: number; readonly source: string } & (
  | { readonly record: RawRecord }
  | { readonly paper: Paper }
  | { readonly problem: Problem }
);

/** A line without its line break. With a problem, `text` only shows what is there and is not to be kept. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly problem?: Problem;
}

/** An opened file: unpacked, without byte order mark. One of `chunks` and `lines` can be read, once. */
export interface Source {
  /** The first characters, for recognition. */
  readonly head: string;
  chunks(): AsyncIterable<Buffer>;
  lines(): AsyncIterable<Line>;
}

/**
 * One input format. To add one: a file that exports a Reader, and its place in formats.ts.
 * `read` holds no more than a record (or a bounded window) in memory, reports what it cannot read as problems, and
 * throws a PapergraphError only when the file as a whole is no use, after all that could be read.
 */
export interface Reader {
  /** As `--format` has it. */
  readonly name: string;
  /** Whether the first characters of a file are of this format. */
  recognise(head: string): boolean;
  read(source: Source): AsyncIterable<Found>;
}

export const malformed = (reason: string): Problem => ({ code: "RECORD_MALFORMED", reason });

/** The start of a source text, on one line and without control characters: for a person to find the place. */
export function excerptOf(text: string): string {
  const shown = text
    .slice(0, 400)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const cut = shown.length > 160 ? `${shown.slice(0, 157)}...` : shown;
  return cut.replace(/\p{Surrogate}/gu, "\ufffd");
}
