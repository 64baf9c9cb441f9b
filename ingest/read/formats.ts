import { PapergraphError } from "../../src/errors.js";
import { csv } from "./csv.js";
import { json } from "./json.js";
import { jsonLines } from "./json-lines.js";
import { paperPage } from "./paper-page.js";
import type { Reader } from "./reader.js";

/** All readers, in the order in which they are asked whether a file is theirs: the page last, since any text may be one. */
const READERS: readonly Reader[] = [json, jsonLines, csv, paperPage];

/** The names that `--format` takes. */
export const FORMATS = ["page", "jsonl", "json", "csv"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A table without a known column looks like any text; then the file's name counts, so that the fault is told. */
const TABLE_NAME = /\.(?:csv|tsv|tab)(?:\.gz)?$/i;

/** The reader that `format` names, else the one that recognises the text. Throws FORMAT_UNKNOWN. */
export function readerFor(head: string, format: string | undefined, path: string): Reader {
  const recognises = (each: Reader) => each.recognise(head) || (each === csv && TABLE_NAME.test(path));
  const reader = READERS.find((each) => (format === undefined ? recognises(each) : each.name === format));
  if (reader) return reader;
  const got =
    format === undefined ? "the content is of no format that is read" : `got format ${JSON.stringify(format)}`;
  const advice = format === undefined ? "; name one with --format where it was not recognised" : "";
  throw new PapergraphError("FORMAT_UNKNOWN", `${got}; allowed are ${FORMATS.join(", ")}${advice}`);
}
