import { cellsOf, type Delimiter } from "./csv-table.js";
import { LIMITS } from "./limits.js";
import { type Line, malformed, type Problem } from "./reader.js";

/** One row of a table. `line` is where it starts. */
export interface Row {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly problem?: Problem;
}

const READ_AGAIN_BYTES = 4 * LIMITS.recordBytes;

/**
 * The rows of a table of `width` columns. csv-parse reads the cells; this joins the lines of a row with quoted line
 * breaks, so that a quote that is never closed costs its own row only: the lines after it are read anew.
 */
export class CsvRows {
  readonly #delimiter: Delimiter;
  readonly #width: number;
  /** Lines of a row that is still within quotes. */
  #open: Line[] = [];
  #text = "";
  #readAgain = 0;

  constructor(delimiter: Delimiter, width: number) {
    this.#delimiter = delimiter;
    this.#width = width;
  }

  /** The rows that this line completes, in order. */
  *push(line: Line): Generator<Row> {
    const waiting = [line];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { row, again } = this.#take(next);
      if (row) yield row;
      waiting.unshift(...again);
    }
  }

  /** The rows left at the end of the file. */
  *end(): Generator<Row> {
    while (this.#open.length > 0) {
      const [first, ...rest] = this.#close();
      yield this.#alone(first!, "a quote is never closed");
      for (const line of rest) yield* this.push(line);
    }
  }

  #take(line: Line): { row?: Row; again: Line[] } {
    if (this.#open.length === 0 && line.text.trim() === "" && !line.problem) return { again: [] };
    if (line.problem?.code === "RECORD_TOO_LONG") return this.#cutShort(line);
    const starts = this.#open.length === 0;
    this.#open.push(line);
    this.#text = starts ? line.text : `${this.#text}\n${line.text}`;
    if (!starts && !line.text.includes('"')) return this.#isTooLong() ? this.#giveUp() : { again: [] };
    this.#readAgain += this.#text.length;
    const cells = cellsOf(this.#text, this.#delimiter, starts ? "loose" : "strict");
    if (cells === "open") return this.#isTooLong() ? this.#giveUp() : { again: [] };
    const fitting = this.#fit(cells);
    if (!starts && fitting === undefined) return this.#giveUp();
    const text = this.#text;
    const lines = this.#close();
    const first = lines[0]!;
    const bad = lines.find((each) => each.problem);
    if (bad) return { row: { line: bad.number, text, cells: [], problem: bad.problem! }, again: [] };
    if (fitting === undefined) return { row: this.#alone(first, this.#wrongWidth(cells)), again: [] };
    if (fitting.every((cell) => cell.trim() === "")) return { again: [] };
    return { row: { line: first.number, text, cells: fitting }, again: [] };
  }

  /** The cells where they are as many as the columns, empty ones at the end left out. */
  #fit(cells: readonly string[] | "bad"): readonly string[] | undefined {
    if (cells === "bad") return undefined;
    const extra = cells.slice(this.#width);
    if (cells.length < this.#width || extra.some((cell) => cell.trim() !== "")) return undefined;
    return cells.slice(0, this.#width);
  }

  #isTooLong(): boolean {
    return (
      this.#text.length > LIMITS.recordBytes ||
      this.#open.length > LIMITS.rowLines ||
      this.#readAgain > READ_AGAIN_BYTES
    );
  }

  #close(): Line[] {
    const lines = this.#open;
    this.#open = [];
    this.#text = "";
    this.#readAgain = 0;
    return lines;
  }

  /** The quote of the first line closes nowhere that makes sense. */
  #giveUp(): { row: Row; again: Line[] } {
    const [first, ...again] = this.#close();
    return { row: this.#alone(first!, "a quote is never closed, or closed in another row"), again };
  }

  #cutShort(line: Line): { row: Row; again: Line[] } {
    if (this.#open.length === 0)
      return { row: { line: line.number, text: line.text, cells: [], problem: line.problem! }, again: [] };
    const { row, again } = this.#giveUp();
    return { row, again: [...again, line] };
  }

  /** A line on its own. Tab-separated files often do not quote at all, so there a quote may be text. */
  #alone(line: Line, reason: string): Row {
    const { number, text, problem } = line;
    if (problem) return { line: number, text, cells: [], problem };
    const cells = this.#delimiter === "\t" ? cellsOf(text, "\t", "none") : "bad";
    const fitting = cells === "open" ? undefined : this.#fit(cells);
    return fitting
      ? { line: number, text, cells: fitting }
      : { line: number, text, cells: [], problem: malformed(reason) };
  }

  #wrongWidth(cells: readonly string[] | "bad"): string {
    const got = cells === "bad" ? "cells that cannot be told apart" : `${cells.length} cells`;
    return `${got} where the header has ${this.#width} columns`;
  }
}
