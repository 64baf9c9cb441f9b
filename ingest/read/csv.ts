import { PapergraphError } from "../../src/errors.js";
import { CsvRows, type Row } from "./csv-rows.js";
import { type Header, headerOf, looksLikeHeader } from "./csv-table.js";
import { FIELD_NAMES } from "./fields.js";
import { LIMITS } from "./limits.js";
import { excerptOf, type Found, type Line, malformed, type Reader, type Source } from "./reader.js";
import { recordOf } from "./record-of.js";

/** Excel's own first line that names the delimiter. */
const isHint = (text: string): boolean => /^sep=.$/i.test(text);

/** Collects the lines of the header; its names may have quoted line breaks. */
class HeaderLines {
  #text = "";
  #count = 0;

  /** The header, once it is whole. */
  take(line: Line): Header | undefined {
    if (line.problem)
      throw new PapergraphError(line.problem.code, `the header: ${line.problem.reason}`, { line: line.number });
    if (this.#text === "" && (line.text.trim() === "" || isHint(line.text))) return undefined;
    this.#text += (this.#text === "" ? "" : "\n") + line.text;
    const header = headerOf(this.#text);
    if (header === "open") {
      if (++this.#count < 20 && this.#text.length < LIMITS.recordBytes) return undefined;
      throw new PapergraphError("RECORD_MALFORMED", "a quote in the header is never closed", { line: line.number });
    }
    if (header.fields.has("title")) return header;
    throw new PapergraphError(
      "COLUMN_MISSING",
      `no column for the title; found ${header.columns
        .slice(0, 30)
        .map((column) => JSON.stringify(excerptOf(column)))
        .join(", ")}. ` + `Name one of them title (also read: ${FIELD_NAMES.title.slice(1).join(", ")})`,
      { line: line.number },
    );
  }
}

function found({ line, text, cells, problem }: Row, columns: readonly string[]): Found {
  if (problem) return { line, source: text, problem };
  const record = recordOf(columns.map((column, at) => [column, cells[at] ?? ""]));
  if (record.title === undefined) return { line, source: text, problem: malformed("no title in this row") };
  return { line, source: text, record };
}

/** A table with a header: CSV with comma or semicolon, or tab-separated; quoted cells may hold line breaks. */
export const csv: Reader = {
  name: "csv",
  recognise(head) {
    const first = head.split(/\r\n|\n|\r/, 20).find((line) => line.trim() !== "" && !isHint(line));
    const header = first === undefined ? "open" : headerOf(first);
    return header !== "open" && looksLikeHeader(header);
  },
  async *read(source: Source): AsyncGenerator<Found> {
    const start = new HeaderLines();
    let header: Header | undefined;
    let rows: CsvRows | undefined;
    let failure: unknown;
    try {
      for await (const line of source.lines()) {
        if (header && rows) {
          for (const row of rows.push(line)) yield found(row, header.columns);
        } else {
          header = start.take(line);
          if (header) rows = new CsvRows(header.delimiter, header.columns.length);
        }
      }
    } catch (error) {
      failure = error;
    }
    if (header && rows) for (const row of rows.end()) yield found(row, header.columns);
    if (failure !== undefined) throw failure;
  },
};
