import { parse } from "csv-parse/sync";
import { type Field, placeOf } from "./fields.js";

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How quotes are taken: `loose` leaves a quote amid a cell as text, `strict` does not allow one, `none` knows no quotes. */
export type Quoting = "loose" | "strict" | "none";

/** The cells of one row; `open` when it ends within quotes and goes on in the next line, `bad` when it is no row. */
export function cellsOf(
  row: string,
  delimiter: Delimiter,
  quoting: Quoting = "loose",
): readonly string[] | "open" | "bad" {
  try {
    const rows: string[][] = parse(row, {
      delimiter,
      quote: quoting === "none" ? null : '"',
      relax_quotes: quoting === "loose",
      relax_column_count: true,
      record_delimiter: "\n",
    });
    return rows.length === 1 ? rows[0]! : "bad";
  } catch (error) {
    return (error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED" ? "open" : "bad";
  }
}

export interface Header {
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly fields: ReadonlySet<Field>;
}

/** The header in a row: by the delimiter that gives most columns that we know, then most columns. */
export function headerOf(row: string): Header | "open" {
  const headers = DELIMITERS.map((delimiter): Header | "open" => {
    const cells = cellsOf(row, delimiter);
    if (typeof cells === "string") return "open";
    const columns = cells.map((cell) => cell.trim());
    const fields = columns.map((column) => placeOf(column)?.field).filter((field) => field !== undefined);
    return { delimiter, columns, fields: new Set(fields) };
  });
  const whole = headers.filter((header) => header !== "open");
  if (whole.length === 0) return "open";
  return whole.reduce((best, header) => {
    const gain = header.fields.size - best.fields.size;
    return gain > 0 || (gain === 0 && header.columns.length > best.columns.length) ? header : best;
  });
}

/** A column name is short and is no sentence. */
const isName = (cell: string): boolean => cell.length <= 40 && cell.split(/\s+/).length <= 5 && !/[.!?]$/.test(cell);

/** Whether the first line of a text reads as the header of a table of papers. */
export function looksLikeHeader(header: Header): boolean {
  const { columns, fields } = header;
  const named = columns.filter(isName).length;
  if (columns.length < 2 || named < (fields.has("title") && fields.size >= 2 ? columns.length / 2 : columns.length))
    return false;
  return fields.has("title") || fields.size >= 2 || (fields.size === 1 && columns.length >= 3);
}
