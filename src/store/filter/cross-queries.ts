import type { Kind } from "../../vocabulary.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { paperStart } from "./paper-start.js";
import { Parameters } from "./parameters.js";

const COUNT_PAIRS = new Template("entity/count-pairs");
const COUNT_CELLS = new Template("facet/count-cells");

/** How many papers of a part mention each two of these entities together. */
export function countPairs(ids: readonly string[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const limit = Math.max(1, (ids.length * (ids.length - 1)) / 2);
  return { statement: COUNT_PAIRS.fill(partSlots(papers, parameters)), params: parameters.with({ ids, limit }) };
}

/** What papers can be counted by. */
export const DIMENSIONS = ["KIND", "ROLE", "YEAR", "VENUE", "ENTITY"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The values of one side of a table. */
export interface Axis {
  readonly dimension: Dimension;
  readonly values: readonly (string | number)[];
}

/** How many papers of a part have each two values; of what they mention, only entities of these kinds count. */
export function countCells(rows: Axis, columns: Axis, kinds: readonly Kind[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const has = (dimension: Dimension): string => HAS[dimension](() => parameters.add(kinds));
  const statement = COUNT_CELLS.fill({
    ...partSlots(papers, parameters),
    dimensions: `WITH ${has(rows.dimension)} AS rowHas, ${has(columns.dimension)} AS columnHas`,
  });
  const limit = Math.max(1, rows.values.length * columns.values.length);
  return { statement, params: parameters.with({ rows: rows.values, columns: columns.values, limit }) };
}

const linked = (kinds: string, value: string): string => `[(p)-[r]->(e:Entity) WHERE e.kind IN ${kinds} | ${value}]`;

/** The list of what the paper `p` has in a dimension. */
const HAS: Readonly<Record<Dimension, (kinds: () => string) => string>> = {
  KIND: (kinds) => linked(kinds(), "e.kind"),
  ROLE: (kinds) => linked(kinds(), "type(r)"),
  ENTITY: (kinds) => linked(kinds(), "e.id"),
  YEAR: () => "[p.year]",
  VENUE: () => "[p.venue]",
};

const partSlots = (papers: PaperFilter, parameters: Parameters) => ({
  start: paperStart(papers, parameters),
  where: { and: [paperCondition(papers, parameters)] },
});
