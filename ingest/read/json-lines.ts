import { exportedPaper } from "./exported.js";
import { startOfJson } from "./json-start.js";
import { excerptOf, type Found, malformed, type Reader, type Source } from "./reader.js";
import { isProblem, recordOfJson } from "./record-of.js";

/** A JSON text of a file, at its line, as what a reader gives. */
export function foundIn(text: string, line: number): Found {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, source: text, problem: malformed(`not valid JSON: ${excerptOf((error as Error).message)}`) };
  }
  const exported = exportedPaper(value);
  if (exported) return { line, source: text, ...("code" in exported ? { problem: exported } : { paper: exported }) };
  const read = recordOfJson(value);
  return isProblem(read) ? { line, source: text, problem: read } : { line, source: text, record: read };
}

/** JSON Lines: one object a line. A line that is broken costs no other. */
export const jsonLines: Reader = {
  name: "jsonl",
  recognise: (head) => startOfJson(head) === "lines",
  async *read(source: Source): AsyncGenerator<Found> {
    for await (const { number, text, problem } of source.lines()) {
      if (problem) yield { line: number, source: text, problem };
      else if (text.trim() !== "") yield foundIn(text, number);
    }
  },
};
