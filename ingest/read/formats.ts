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

/** The reader that `format` names, else the one that recognises the text. Throws FORMAT_UNKNOWN. */
export function readerFor(head: string, format?: string): Reader {
  const reader = READERS.find((each) => (format === undefined ? each.recognise(head) : each.name === format));
  if (reader) return reader;
  const got =
    format === undefined ? "the content is of no format that is read" : `got format ${JSON.stringify(format)}`;
  const advice = format === undefined ? "; name one with --format where it was not recognised" : "";
  throw new PapergraphError("FORMAT_UNKNOWN", `${got}; allowed are ${FORMATS.join(", ")}${advice}`);
}
