import type { Kind } from "../../vocabulary.js";
import { Template } from "./fill.js";
import { asksNothing, type PaperFilter } from "./filter.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";
import { partSlots } from "./part-slots.js";

const COUNT_PAIRS = new Template("entity/count-pairs");
const COUNT_CELLS = new Template("facet/count-cells");

/** How many papers of a part mention each two of these entities together. */
export function countPairs(ids: readonly string[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const limit = Math.max(1, (ids.length * (ids.length - 1)) / 2);
  // In a part, its papers are read once; in the whole corpus, those of the entities are fewer.
  const anchored = asksNothing(papers) ? { start: FROM_ENTITIES, links: "WITH p, e" } : {};
  const statement = COUNT_PAIRS.fill({ ...partSlots(papers, parameters), ...anchored });
  return { statement, params: parameters.with({ ids, limit }) };
}

const FROM_ENTITIES = "UNWIND $ids AS startId MATCH (e:Entity {id: startId})<-[r]-(p:Paper)";

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
  const has = (axis: Axis, carry: string, values: string, name: string): string =>
    HAS[axis.dimension](carry, values, name, () => parameters.add(kinds));
  const statement = COUNT_CELLS.fill({
    ...partSlots(papers, parameters),
    rows: has(rows, "p", "$rows", "rowHas"),
    columns: has(columns, "p, rowHas", "$columns", "columnHas"),
  });
  const limit = Math.max(1, rows.values.length * columns.values.length);
  return { statement, params: parameters.with({ rows: rows.values, columns: columns.values, limit }) };
}

/** The clauses that keep the papers `p` with any of the values of a dimension, and name the list of those that each has. */
type Has = (carry: string, values: string, name: string, kinds: () => string) => string;

const own =
  (property: string): Has =>
  (carry, values, name) =>
    `WITH ${carry}, [${property}] AS ${name} WHERE ${property} IN ${values}`;

const linked =
  (value: string, condition: (kinds: () => string) => string = () => ""): Has =>
  (carry, values, name, kinds) =>
    `MATCH (p)-[r]->(e:Entity) WHERE ${value} IN ${values}${condition(kinds)} ` +
    `WITH ${carry}, collect(DISTINCT ${value}) AS ${name}`;

const HAS: Readonly<Record<Dimension, Has>> = {
  KIND: linked("e.kind"),
  ROLE: linked("type(r)", (kinds) => ` AND e.kind IN ${kinds()}`),
  ENTITY: linked("e.id"),
  YEAR: own("p.year"),
  VENUE: own("p.venue"),
};
