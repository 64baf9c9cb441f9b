import type { After } from "../../src/store/filter/order.js";
import { compareText } from "../load/mention.js";

/** Lists that are scored and ordered here, not by the store: highest numbers first, then by id. */

/** A sort key that compares as text as its numbers do, the first one counting most. Not negative, no fractions. */
export const rankKey = (...numbers: readonly number[]): string =>
  numbers.map((number) => String(number).padStart(DIGITS, "0")).join(" ");

/** As many as the largest exact integer has. */
const DIGITS = 16;

export const compareRanks = (a: After, b: After): number =>
  a.key === b.key ? compareText(a.id, b.id) : a.key < b.key ? 1 : -1;

/** The rows in the order of their places, from behind `after`. */
export const ranked = <Row>(rows: readonly Row[], place: (row: Row) => After, after: After | undefined): Row[] =>
  rows
    .map((row) => ({ row, at: place(row) }))
    .filter(({ at }) => !after || compareRanks(at, after) > 0)
    .sort((a, b) => compareRanks(a.at, b.at))
    .map(({ row }) => row);
