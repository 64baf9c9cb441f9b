import { PapergraphError } from "../../src/errors.js";
import { readLines } from "./json-lines.js";
import { foundIn } from "./json-records.js";
import { startOfJson } from "./json-start.js";
import { JsonCutter, type JsonValue } from "./json-values.js";
import type { Found, Reader, Source } from "./reader.js";
import type { JsonSource } from "./sources/json-source.js";
import { decode, invalidEncoding } from "./utf8.js";

function* found({ line, bytes, problem }: JsonValue, from: JsonSource | undefined): Generator<Found> {
  const { text, invalidAt } = decode(bytes);
  if (problem) yield { line, source: text, problem };
  else if (invalidAt === undefined) yield* foundIn(text, line, from);
  else {
    const at = line + bytes.subarray(0, invalidAt).filter((byte) => byte === 0x0a).length;
    yield { line: at, source: text, problem: invalidEncoding(`on line ${at}`) };
  }
}

/** The records of a file with JSON values that stand over several lines, or in a list. */
async function* readValues(source: Source, from?: JsonSource): AsyncGenerator<Found> {
  const cutter = new JsonCutter();
  for await (const chunk of source.chunks()) {
    for (const value of cutter.push(chunk)) yield* found(value, from);
  }
  const { values, open } = cutter.end();
  for (const value of values) yield* found(value, from);
  if (open) {
    throw new PapergraphError(
      "FILE_TRUNCATED",
      "the JSON list is never closed, so the file seems to be cut; the records before that were read",
    );
  }
}

/** A JSON list of papers, also within an object (`{"papers": [...]}`), or objects that stand over several lines. */
export const json: Reader = {
  name: "json",
  recognise: (head) => startOfJson(head) === "values",
  read: (source) => readValues(source),
};

/** The reader of one source of JSON, for when its format is named; else each object is looked at. */
export const jsonReader = (from: JsonSource): Reader => ({
  name: from.name,
  recognise: () => false,
  read: (source) => (startOfJson(source.head) === "lines" ? readLines(source, from) : readValues(source, from)),
});
