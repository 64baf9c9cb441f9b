import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readerFor } from "../../../ingest/read/formats.js";
import { isGzip } from "../../../ingest/read/gunzip.js";
import { startOfJson } from "../../../ingest/read/json-start.js";
import { HEAD_BYTES } from "../../../ingest/read/limits.js";
import type { ReadItem } from "../../../ingest/read/read-papers.js";

/** A record's bytes, and how many of them are its own: what follows stands between it and the next one. */
export interface Unit {
  readonly bytes: Buffer;
  readonly own: number;
}

/** A file as its records, in order; `before` is what stands before the first. */
export interface CutFile {
  readonly name: string;
  readonly format: string;
  /** Whether what a line is depends on the lines around it: pages of text, and small tables without a header. */
  readonly isGuessed: boolean;
  readonly before: Buffer;
  readonly units: readonly Unit[];
}

/** In a table without a header of as many rows, one that is damaged does not change what the columns are. */
const GUESSED_ROWS = 20;
const FEED = 0x0a;
const RETURN = 0x0d;

/** Where each line starts, as the readers count lines. */
export function lineStarts(bytes: Buffer): number[] {
  const end = bytes.includes(RETURN) && !bytes.includes(FEED) ? RETURN : FEED;
  const starts = [0];
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, at + 1)) starts.push(at + 1);
  return starts;
}

/** The text of a file, unpacked. JSON in a list is laid out anew: each of its records starts on a line of its own. */
export function textOfFile(path: string): Buffer {
  const stored = readFileSync(path);
  const bytes = isGzip(stored) ? gunzipSync(stored) : stored;
  if (startOfJson(bytes.toString("utf8", 0, HEAD_BYTES)) !== "values") return bytes;
  try {
    return Buffer.from(JSON.stringify(JSON.parse(bytes.toString("utf8")), null, 1));
  } catch {
    return bytes;
  }
}

/** An element ends with its own end tag: what follows may be about the records after it. */
function ownLength(bytes: Buffer): number {
  const name = /^\s*<([\w:.-]+)/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const end = name === undefined ? -1 : bytes.lastIndexOf(`</${name}>`);
  return end < 0 ? bytes.length : end + `</${name}>`.length;
}

/** The file cut at the lines where its items were found. Records on one line stay together. */
export function cutFile(name: string, bytes: Buffer, items: readonly ReadItem[]): CutFile {
  const starts = lineStarts(bytes);
  const format = readerFor(bytes.toString("utf8", 0, HEAD_BYTES), undefined, name).name;
  const lines = [...new Set(items.map(({ line }) => line))].sort((a, b) => a - b);
  const units = lines.map((line, at): Unit => {
    const next = lines[at + 1];
    const own = bytes.subarray(starts[line - 1], next === undefined ? bytes.length : starts[next - 1]);
    return { bytes: own, own: format === "csv" ? own.toString("latin1").trimEnd().length : ownLength(own) };
  });
  const isGuessed = format === "page" || (format === "csv" && lines[0] === 1 && units.length < GUESSED_ROWS);
  return { name, format, isGuessed, before: bytes.subarray(0, starts[(lines[0] ?? 1) - 1]), units };
}

/** A smaller file: some records in a row, and the last one with what ends the file. */
export function windowOf(file: CutFile, from: number, count: number): CutFile {
  const units = file.units.slice(from, from + count);
  const last = file.units.at(-1);
  if (last && from + count < file.units.length) units.push(last);
  const isGuessed =
    file.isGuessed || (file.format === "csv" && file.before.length === 0 && units.length < GUESSED_ROWS);
  return { ...file, isGuessed, units };
}

export const bytesOf = (file: CutFile): Buffer => Buffer.concat([file.before, ...file.units.map(({ bytes }) => bytes)]);
