import type { PaperFilter } from "../src/store/filter/filter.js";
import type { EntityPapersFilter } from "../src/store/filter/link-queries.js";
import type { Entity } from "./entity.type.js";
import type { Facet, FacetValue } from "./facet.type.js";
import type { PaperFacets } from "./facets.type.js";
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

/** A list of papers with the facets of all papers of its filter. */
export const withFacets = <List extends object>(list: List, papers: () => Promise<PaperFilter>) =>
  Object.assign(list, { facets: { papers } satisfies PaperFacets });

/** A list of an entity's papers with the facets of all of them. */
export const withFacetsOf = <List extends object>(list: List, { id }: Entity, { papers, role }: EntityPapersFilter) =>
  Object.assign(list, { facets: { papers: async () => papers, entity: { id, role } } satisfies PaperFacets });
