import { LIMITS } from "./limits.js";
import { type Line, malformed } from "./reader.js";
import { decode, invalidEncoding } from "./utf8.js";

const SHOWN_BYTES = 1_000;
const FEED = 0x0a;
const RETURN = 0x0d;

function lineOf(number: number, bytes: Buffer): Line {
  const { text: whole, invalidAt } = decode(bytes);
  // A byte order mark within a file is what is left of joining files.
  const text = whole.replace(/^\ufeff/, "").replace(/\r$/, "");
  if (invalidAt !== undefined)
    return { number, text, problem: invalidEncoding(`at byte ${invalidAt + 1} of the line`) };
  if (text.includes("\0"))
    return { number, text, problem: malformed("a NUL byte in the text; the file is damaged here") };
  return { number, text };
}

/**
 * The lines of a text, numbered from 1. A line above the size limit is never held: it comes as a problem with its start,
 * and the lines after it go on. What stands before a failure of `chunks` is given, save a last line that may be cut.
 * Lines end with a line feed, or with a carriage return alone where `returns` says that the file has no other.
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>, returns = false): AsyncGenerator<Line> {
  const end = returns ? RETURN : FEED;
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  let start: Buffer | undefined;

  const add = (bytes: Buffer): void => {
    size += bytes.length;
    if (start !== undefined) return;
    parts.push(bytes);
    if (size <= LIMITS.recordBytes) return;
    start = Buffer.concat(parts).subarray(0, SHOWN_BYTES);
    parts = [];
  };
  const take = (): Line => {
    const line: Line =
      start === undefined
        ? lineOf(number, parts.length === 1 ? parts[0]! : Buffer.concat(parts))
        : {
            number,
            text: decode(Buffer.from(start)).text,
            problem: {
              code: "RECORD_TOO_LONG",
              reason: `a line of ${size} bytes; allowed are ${LIMITS.recordBytes}. Give one record a line`,
            },
          };
    number++;
    parts = [];
    size = 0;
    start = undefined;
    return line;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
