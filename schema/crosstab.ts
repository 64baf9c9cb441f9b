import { countCells, type Dimension } from "../src/store/filter/cross-queries.js";
import {
  type CountedEntities,
  facetEntities,
  facetKinds,
  facetRoles,
  facetVenues,
} from "../src/store/filter/facet-queries.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { countPapersByYear } from "../src/store/filter/year-queries.js";
import type { Kind } from "../src/vocabulary.js";
import type { Context } from "./context.js";
import type { CrosstabValue } from "./crosstab.type.js";
import { facetOf, type ValueRow } from "./facets.js";
import { withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";
import { once } from "./once.js";

export interface Side {
  readonly dimension: Dimension;
  readonly size: number;
}

/** How many papers of a part have each two values of two dimensions; each side is cut at its size. */
export function crosstab(context: Context, papers: PaperFilter, kinds: readonly Kind[], one: Side, other: Side) {
  const values = (side: Side) =>
    once(() =>
      withCurrentIds(context, papers, (current) => VALUES[side.dimension](context, current, side.size + 1, { kinds })),
    );
  const [allRows, allColumns] = [values(one), values(other)];
  const rows = async (): Promise<CrosstabValue[]> => (await allRows()).slice(0, one.size);
  const columns = async (): Promise<CrosstabValue[]> => (await allColumns()).slice(0, other.size);
  return {
    rows,
    columns,
    counts: async () => {
      const [down, across] = [axisOf(one, await rows()), axisOf(other, await columns())];
      type Cell = { readonly row: string | number; readonly column: string | number; readonly papers: number };
      const cells = await withCurrentIds(context, papers, (current) =>
        context.read<Cell>(countCells(down, across, kinds, current)),
      );
      const counts = new Map(cells.map(({ row, column, papers: count }) => [JSON.stringify([row, column]), count]));
      return down.values.map((row) => across.values.map((column) => counts.get(JSON.stringify([row, column])) ?? 0));
    },
    truncated: async () => (await allRows()).length > one.size || (await allColumns()).length > other.size,
  };
}

const axisOf = ({ dimension }: Side, values: readonly CrosstabValue[]) => ({
  dimension,
  values: values.map(({ value }) => (dimension === "YEAR" ? Number(value) : value)),
});

type Values = (
  context: Context,
  papers: PaperFilter,
  limit: number,
  counted: CountedEntities,
) => Promise<readonly CrosstabValue[]>;

const plain = ({ value, count }: ValueRow): CrosstabValue => ({ value, entity: null, papers: count });

/** The values of each dimension that papers have, in order. */
const VALUES: Readonly<Record<Dimension, Values>> = {
  KIND: async (context, papers, _, counted) =>
    facetOf(await context.read<ValueRow>(facetKinds({ papers }, counted))).values.map(plain),
  ROLE: async (context, papers, _, counted) =>
    facetOf(await context.read<ValueRow>(facetRoles({ papers }, counted))).values.map(plain),
  YEAR: async (context, papers, limit) => {
    const rows = await context.read<{ year: number; papers: number }>(countPapersByYear(papers, limit));
    return rows.map((row) => ({ value: String(row.year), entity: null, papers: row.papers }));
  },
  VENUE: async (context, papers, limit) => {
    const rows = await context.read<{ venue: string; papers: number }>(facetVenues({ papers }, limit));
    return rows.map((row) => ({ value: row.venue, entity: null, papers: row.papers }));
  },
  ENTITY: async (context, papers, limit, counted) => {
    const rows = await context.read<EntityRow & { papers: number }>(facetEntities({ papers }, counted, limit));
    return rows.map((row) => ({ value: row.id, entity: entityOf(row), papers: row.papers }));
  },
};
