import { type ErrorCode, PapergraphError } from "../../src/errors.js";
import { identify } from "../identify.js";
import { type Origin, originOf } from "../identify-record.js";
import type { Paper } from "../paper.js";
import { clean } from "./clean.js";
import type { ColumnMap } from "./column-map.js";
import { type FormatName, readerFor } from "./formats.js";
import { openSource } from "./open.js";
import { excerptOf, type Found, type Problem } from "./reader.js";

export { type ColumnMap, parseColumnMap } from "./column-map.js";
export { FORMATS, type FormatName } from "./formats.js";
export { listFiles } from "./list-files.js";

export interface ReadOptions {
  /** One of FORMATS; recognised from the content when left out. */
  readonly format?: FormatName | undefined;
  /** Put on every paper, next to those that its record names. */
  readonly collection?: string | undefined;
  /** Which columns of a table hold which fields; then the file is read as one. */
  readonly map?: ColumnMap | undefined;
  /** Called with the size of each piece of the file as it is read, before unpacking: for showing progress. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/** What reading a file gives, in its order. */
export type ReadItem =
  | {
      readonly kind: "paper";
      readonly paper: Paper;
      /** Which record says it. */
      readonly origin: Origin;
      readonly file: string;
      readonly line: number;
    }
  | {
      readonly kind: "reject";
      readonly file: string;
      readonly line: number;
      readonly code: ErrorCode;
      readonly reason: string;
      readonly excerpt: string;
    };

/**
 * The papers of a file (`-`: standard input) in its order, and the records that could not be read, each with line and
 * reason. Memory is bounded whatever the size. What is wrong with the file as a whole is thrown as a PapergraphError with
 * `file` and `line` in its details, after everything that could be read was given.
 */
export async function* readPapers(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  let line = 1;
  try {
    const source = await openSource(path, options.onBytes);
    const reader = readerFor(source.head, options.format, path, options.map);
    let count = 0;
    for await (const found of reader.read(source)) {
      count++;
      line = Math.max(line, found.line);
      yield readOf(found, path, options.collection, reader.name);
    }
    if (count === 0)
      throw new PapergraphError("FILE_EMPTY", "the file has no record; give one with at least one paper");
  } catch (error) {
    throw error instanceof PapergraphError ? inFile(error, path, line) : error;
  }
}

function readOf(found: Found, file: string, collection: string | undefined, reader: string): ReadItem {
  const { line, source } = found;
  const reject = ({ code, reason }: Problem): ReadItem => {
    return { kind: "reject", file, line, code, reason, excerpt: excerptOf(source) };
  };
  if ("problem" in found) return reject(found.problem);
  if ("paper" in found) {
    const paper = inCollection(found.paper, collection);
    return { kind: "paper", paper, origin: originOf({ source: "papergraph" }, paper, reader), file, line };
  }
  const paper = identify(found.record, collection);
  if ("code" in paper) return reject(paper);
  return { kind: "paper", paper, origin: originOf(found.record, paper, reader), file, line };
}

/** A paper that is as the graph has it, in one more collection. */
function inCollection(paper: Paper, name: string | undefined): Paper {
  const collections = [...new Set([...paper.collections, clean(name ?? "")])].filter((each) => each !== "").sort();
  return { ...paper, collections };
}

/** The error with the file named, and the line where reading stopped. */
function inFile(error: PapergraphError, file: string, reached: number): PapergraphError {
  const line = typeof error.details.line === "number" ? error.details.line : reached;
  const name = file === "-" ? "standard input" : file;
  const place = error.code === "FILE_NOT_FOUND" ? name : `${name}:${line}`;
  const details = { ...error.details, file, line };
  return new PapergraphError(error.code, `${place}: ${error.message}`, details, { cause: error.cause });
}
