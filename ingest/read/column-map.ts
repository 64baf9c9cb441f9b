import { PapergraphError } from "../../src/errors.js";
import { FIELD_NAMES, type Field, foldName } from "./fields.js";

/** Which column holds which field: the column's name, or its number from 1. */
export type ColumnMap = ReadonlyMap<Field, string>;

const FIELDS = Object.keys(FIELD_NAMES) as Field[];

/** `title=Paper Title,abstract=5` as a map. Throws BAD_USAGE. */
export function parseColumnMap(text: string): ColumnMap {
  const map = new Map<Field, string>();
  for (const part of text.split(/,(?=\s*\w+\s*=)/)) {
    const [, name = "", column = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    const field = FIELDS.find((each) => foldName(each) === foldName(name));
    if (field === undefined || column === "") {
      const allowed = `allowed are pairs FIELD=COLUMN with a comma between them, FIELD one of ${FIELDS.join(", ")}`;
      throw new PapergraphError("BAD_USAGE", `--map has ${JSON.stringify(part.trim())}; ${allowed}`);
    }
    map.set(field, column);
  }
  return map;
}

const numberOf = (column: string): number | undefined =>
  /^[1-9]\d{0,3}$/.test(column) ? Number(column) - 1 : undefined;

/** Whether the map names columns by numbers only, so that it fits a table without a header. */
export const isByNumber = (map: ColumnMap): boolean =>
  [...map.values()].every((column) => numberOf(column) !== undefined);

/**
 * The columns under the names of their fields: those of the map, and those of others that the map does not name, as they
 * are. Throws COLUMN_MISSING for a column that is not there.
 */
export function mapColumns(columns: readonly string[], map: ColumnMap): string[] {
  const named = columns.map((column) => (map.has(fieldOf(column)!) ? "" : column));
  for (const [field, column] of map) {
    const exact = columns.indexOf(column);
    const folded = exact >= 0 ? exact : columns.findIndex((each) => foldName(each) === foldName(column));
    const at = folded >= 0 ? folded : numberOf(column);
    if (at === undefined || at >= columns.length) {
      const found = columns
        .slice(0, 30)
        .map((each) => JSON.stringify(each))
        .join(", ");
      throw new PapergraphError("COLUMN_MISSING", `no column ${JSON.stringify(column)}; found ${found}`);
    }
    named[at] = field;
  }
  return named;
}

/** The field that a column's name means. */
const fieldOf = (column: string): Field | undefined =>
  FIELDS.find((field) => FIELD_NAMES[field].includes(foldName(column)));
