import { PapergraphError } from "../../src/errors.js";
import { type ColumnMap, isByNumber, mapColumns } from "./column-map.js";
import { guessLayout, type Layout } from "./csv-guess.js";
import { CsvRows, type Row } from "./csv-rows.js";
import { type Header, headerOf, looksLikeHeader } from "./csv-table.js";
import { FIELD_NAMES, placeOf } from "./fields.js";
import { LIMITS } from "./limits.js";
import { excerptOf, type Found, type Line, malformed, type RawRecord, type Reader, type Source } from "./reader.js";
import { recordOf } from "./record-of.js";
import { readable } from "./text/readable.js";

/** Excel's own first line that names the delimiter. */
const isHint = (text: string): boolean => /^sep=.$/i.test(text);

/** Collects the lines of the header; its names may have quoted line breaks. */
class HeaderLines {
  readonly #map: ColumnMap | undefined;
  #text = "";
  #count = 0;

  constructor(map: ColumnMap | undefined) {
    this.#map = map;
  }

  /** The columns, once the header is whole. */
  take(line: Line): Layout | undefined {
    if (line.problem)
      throw new PapergraphError(line.problem.code, `the header: ${line.problem.reason}`, { line: line.number });
    if (this.#text === "" && (line.text.trim() === "" || isHint(line.text))) return undefined;
    this.#text += (this.#text === "" ? "" : "\n") + line.text;
    const header = headerOf(this.#text);
    if (header === "open") {
      if (++this.#count < 20 && this.#text.length < LIMITS.recordBytes) return undefined;
      throw new PapergraphError("RECORD_MALFORMED", "a quote in the header is never closed", { line: line.number });
    }
    if (this.#map) return this.#mapped(header, this.#map, line.number);
    if (header.fields.has("title")) return header;
    throw new PapergraphError(
      "COLUMN_MISSING",
      `no column for the title; found ${header.columns
        .slice(0, 30)
        .map((column) => JSON.stringify(excerptOf(column)))
        .join(", ")}. ` +
        `Say which with --map title=COLUMN, or name one of them title (also read: ${FIELD_NAMES.title.slice(1).join(", ")})`,
      { line: line.number },
    );
  }

  #mapped(header: Header, map: ColumnMap, line: number): Layout {
    const columns = mapColumns(header.columns, map);
    if (columns.some((column) => placeOf(column)?.field === "title")) return { ...header, columns };
    throw new PapergraphError("COLUMN_MISSING", "--map names no column for the title, nor does the header", { line });
  }
}

function found({ line, text, cells, problem }: Row, columns: readonly string[]): Found {
  if (problem) return { line, source: text, problem };
  const record = recordOf(columns.map((column, at) => [column, cells[at] ?? ""]));
  if (record.title === undefined) return { line, source: text, problem: malformed("no title in this row") };
  return { line, source: text, record: { ...record, ...textsOf(record) } };
}

/** Tables come from exports of many sources, so what LaTeX and HTML is left in them becomes text. */
const textsOf = ({ title, abstract }: RawRecord): RawRecord => ({
  ...(title === undefined ? {} : { title: readable(title) }),
  ...(abstract === undefined ? {} : { abstract: readable(abstract) }),
});

/** How the columns are known: from the header, which is still to be read, or already, since the table has none. */
function startOf(head: string, map: ColumnMap | undefined): HeaderLines | Layout {
  const first = firstLine(head);
  const header = first === undefined ? "open" : headerOf(first);
  if (header === "open" || looksLikeHeader(header)) return new HeaderLines(map);
  if (map === undefined) return guessLayout(head) ?? new HeaderLines(map);
  if (!isByNumber(map)) return new HeaderLines(map);
  const { delimiter, columns } = guessLayout(head) ?? header;
  return {
    delimiter,
    columns: mapColumns(
      columns.map(() => ""),
      map,
    ),
  };
}

const firstLine = (head: string): string | undefined =>
  head.split(/\r\n|\n|\r/, 20).find((line) => line.trim() !== "" && !isHint(line));

async function* read(source: Source, map?: ColumnMap): AsyncGenerator<Found> {
  const start = startOf(source.head, map);
  let layout: Layout | undefined = start instanceof HeaderLines ? undefined : start;
  let rows = layout && new CsvRows(layout.delimiter, layout.columns.length);
  let failure: unknown;
  try {
    for await (const line of source.lines()) {
      if (layout && rows) {
        if (line.number > 1 || !isHint(line.text)) for (const row of rows.push(line)) yield found(row, layout.columns);
      } else if (start instanceof HeaderLines) {
        layout = start.take(line);
        if (layout) rows = new CsvRows(layout.delimiter, layout.columns.length);
      }
    }
  } catch (error) {
    failure = error;
  }
  if (layout && rows) for (const row of rows.end()) yield found(row, layout.columns);
  if (failure !== undefined) throw failure;
}

/**
 * A table: CSV with comma or semicolon, or tab-separated; quoted cells may hold line breaks. The header names the columns;
 * without one their cells tell what they are, where titles and abstracts or addresses are among them.
 */
export const csv: Reader = {
  name: "csv",
  recognise(head) {
    const first = firstLine(head);
    const header = first === undefined ? "open" : headerOf(first);
    return (header !== "open" && looksLikeHeader(header)) || guessLayout(head) !== undefined;
  },
  read: (source) => read(source),
};

/** The reader of a table whose columns are named by the user. */
export const csvMapped = (map: ColumnMap): Reader => ({ ...csv, read: (source) => read(source, map) });
