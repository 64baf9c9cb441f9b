import { PapergraphError } from "../../src/errors.js";
import { foundIn } from "./json-lines.js";
import { startOfJson } from "./json-start.js";
import { JsonCutter, type JsonValue } from "./json-values.js";
import type { Found, Reader, Source } from "./reader.js";
import { decode, invalidEncoding } from "./utf8.js";

function found({ line, bytes, problem }: JsonValue): Found {
  const { text, invalidAt } = decode(bytes);
  if (problem) return { line, source: text, problem };
  if (invalidAt === undefined) return foundIn(text, line);
  const at = line + bytes.subarray(0, invalidAt).filter((byte) => byte === 0x0a).length;
  return { line: at, source: text, problem: invalidEncoding(`on line ${at}`) };
}

/** A JSON list of papers, also within an object (`{"papers": [...]}`), or objects that stand over several lines. */
export const json: Reader = {
  name: "json",
  recognise: (head) => startOfJson(head) === "values",
  async *read(source: Source): AsyncGenerator<Found> {
    const cutter = new JsonCutter();
    for await (const chunk of source.chunks()) {
      for (const value of cutter.push(chunk)) yield found(value);
    }
    const { values, open } = cutter.end();
    for (const value of values) yield found(value);
    if (open) {
      throw new PapergraphError(
        "FILE_TRUNCATED",
        "the JSON list is never closed, so the file seems to be cut; the records before that were read",
      );
    }
  },
};
