import { CONTEXT_COUNT } from "../entity/mention-context.js";
import type { HashTable } from "./hash-table.js";

/**
 * What a name does in the abstracts of a corpus. Columns: logarithm of the number of abstracts, logarithm of mentions,
 * share of mentions with a capital, then the share of each context of CONTEXT_NAMES; shares in 255ths.
 */
export const NAME_STATISTICS_WIDTH = 3 + CONTEXT_COUNT;

/** Fills `out` from `at` on; all -1 where the corpus does not have the name, so that trees can tell it apart. */
export const nameStatistics = (
  table: HashTable | undefined,
  key: number,
  check: number,
  out: Float32Array,
  at: number,
): void => {
  const row = table ? table.find(key, check) : -1;
  for (let c = 0; c < NAME_STATISTICS_WIDTH; c++) out[at + c] = row < 0 ? -1 : table!.byte(row, c);
};
