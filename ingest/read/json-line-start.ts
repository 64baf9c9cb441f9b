import { FEED, isBefore } from "./json-bytes.js";

/** A record starts a line only where it is not indented more. */
const MAX_COLUMN = 200;
/** In place of the start of a line that is not known: no record starts after it. */
const UNKNOWN = Buffer.from("?");

/** Where on its line a byte of a file stands that is read in chunks. */
export class LineStart {
  /** What the chunks before had of the line that is read. */
  #head = Buffer.alloc(0);

  /** The column of a byte, where nothing but white space, commas and lists that open stands before it on its line. */
  columnOf(chunk: Buffer, at: number): number | undefined {
    let from = at;
    while (from > 0 && isBefore(chunk[from - 1]!)) from--;
    if (from > 0) return chunk[from - 1] === FEED ? at - from : undefined;
    return this.#head.every(isBefore) ? this.#head.length + at : undefined;
  }

  /** Remembers the start of a line that the next chunk goes on with. */
  keep(chunk: Buffer): void {
    const from = chunk.lastIndexOf(FEED) + 1;
    const part = chunk.subarray(from, from + MAX_COLUMN);
    this.#head = Buffer.concat(from === 0 ? [this.#head, part] : [part]).subarray(0, MAX_COLUMN);
  }

  /** To be called when what is read next is not what stood after the last chunk. */
  forget(): void {
    this.#head = UNKNOWN;
  }
}
