import { foundIn } from "./json-records.js";
import { startOfJson } from "./json-start.js";
import type { Found, Reader, Source } from "./reader.js";
import type { JsonSource } from "./sources/json-source.js";

/** The records of a file with one JSON object a line. */
export async function* readLines(source: Source, from?: JsonSource): AsyncGenerator<Found> {
  for await (const { number, text, problem } of source.lines()) {
    if (problem) yield { line: number, source: text, problem };
    else if (text.trim() !== "") yield* foundIn(text, number, from);
  }
}

/** JSON Lines: one object a line. A line that is broken costs no other. */
export const jsonLines: Reader = {
  name: "jsonl",
  recognise: (head) => startOfJson(head) === "lines",
  read: (source) => readLines(source),
};
