import type { Facet, FacetValue } from "./facet.type.js";
import { compareText } from "./load/mention.js";

export type ValueRow = FacetValue;

/** The facet of a small closed set of values, those that most have first, then by name. */
export const facetOf = (rows: readonly ValueRow[]): Facet => ({
  values: [...rows].sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
  truncated: false,
});

/** The first `size` of rows that were fetched with one more, to see whether there are more. */
export const cut = <Row, V>(size: number, rows: readonly Row[], toValue: (row: Row) => V) => ({
  values: rows.slice(0, size).map(toValue),
  truncated: rows.length > size,
});
