/** What a cell of a table of results says: a number, nothing, or why it cannot be read. */
export type Cell =
  | { readonly value: number; readonly isPercent: boolean }
  | { readonly blank: true }
  | { readonly reason: string };

const BLANK = /^(?:|[-\u2010-\u2015\u2212]+|n\.?\/?a\.?|nan|none|null|unknown|tbd|\?)$/i;
const MINUS = /^[\u2010-\u2015\u2212](?=[\d.])/;
/** `12.3 +- 0.4`, `12.3 (0.4)`: the spread after a number is no part of it. */
const SPREAD = /^(.*?\d%?)\s*(?:(?:\u00b1|\+\/?-|\\pm)\s*[\d.,]+\s*%?|\(\s*(?:\u00b1|\+\/?-)?\s*[\d.,]+\s*%?\))$/u;
const NUMBER =
  /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)\s*(%|k|m|mm|b|g|t)?$/i;
const TIMES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 };

/** The number in a cell: `88.5%`, `1,234`, `12.3 +- 0.4`, `3.5m` (parameters), `76,2`. */
export function readCell(cell: unknown): Cell {
  if (typeof cell === "number") return Number.isFinite(cell) ? plain(cell, false) : { reason: `not a number: ${cell}` };
  if (cell === null || cell === undefined) return { blank: true };
  if (typeof cell !== "string") return { reason: `a value that is ${Array.isArray(cell) ? "a list" : typeof cell}` };
  const text = cell.trim().replace(MINUS, "-");
  if (BLANK.test(text)) return { blank: true };
  const [, sign = "", digits = "", unit = ""] = NUMBER.exec(SPREAD.exec(text)?.[1] ?? text) ?? [];
  if (digits === "") return { reason: `not a number: ${JSON.stringify(cell.slice(0, 60))}` };
  const number = Number(`${sign}${/,\d{1,2}$/.test(digits) ? digits.replace(",", ".") : digits.replaceAll(",", "")}`);
  const value = number * (TIMES[unit.toLowerCase()[0] ?? ""] ?? 1);
  return Number.isFinite(value) ? plain(value, unit === "%") : { reason: `a number too large: ${cell.slice(0, 60)}` };
}

const plain = (value: number, isPercent: boolean): Cell => ({ value: rounded(value), isPercent });

/** Without what binary fractions leave behind, and without a negative zero. */
export const rounded = (value: number): number => Number(value.toPrecision(12)) + 0;
