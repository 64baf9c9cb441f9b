import type { Kind } from "../../vocabulary.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { mostFirst } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import type { PageDemand, Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";
import { type PapersOf, partSlots } from "./part-slots.js";

const COUNT_PAPERS = new Template("paper/count-by-year");
const COUNT_OF_ENTITIES = new Template("entity/count-by-year");
const LIST_EMERGING = new Template("entity/list-emerging");
const COUNT_EMERGING = new Template("entity/count-emerging");

/** How many papers that pass a filter each year has, newest first, the newest `limit` years that have any. */
export function countPapersByYear(filter: PaperFilter, limit: number, of?: PapersOf): Query {
  const parameters = new Parameters();
  return { statement: COUNT_PAPERS.fill(partSlots(filter, parameters, of)), params: parameters.with({ limit }) };
}

/** How many papers of each entity that pass a filter each year has. */
export function countEntityPapersByYear(ids: readonly string[], filter: PaperFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT_OF_ENTITIES.fill({ where: { and: [paperCondition(filter, parameters)] } });
  return { statement, params: parameters.with({ ids }) };
}

export interface EmergingFilter {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
  readonly since: number;
  /** Papers since then, at least. */
  readonly least: number;
  /** Papers of the part since then and before. */
  readonly allSince: number;
  readonly allBefore: number;
}

/** The entities whose share of the papers rose most, one page. */
export function listEmerging(filter: EmergingFilter, page: PageDemand): Query {
  const parameters = new Parameters();
  const slots = mostFirst("rise", "e.id", page.after, "e, papersSince, papersBefore, rise", parameters);
  const statement = LIST_EMERGING.fill({
    ...partSlots(filter.papers, parameters),
    having: { and: slots.after },
    order: slots.order,
  });
  return { statement, params: parameters.with({ ...emergingParams(filter), limit: page.limit }) };
}

/** How many entities have a larger share than before. */
export function countEmerging(filter: EmergingFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT_EMERGING.fill(partSlots(filter.papers, parameters));
  return { statement, params: parameters.with(emergingParams(filter)) };
}

const emergingParams = ({ kinds, since, least, allSince, allBefore }: EmergingFilter) => ({
  ...{ kinds, since, least },
  allSince: allSince + SMOOTHING,
  allBefore: allBefore + SMOOTHING,
});

/** Laplace's rule of succession: a paper mentions the entity or it does not, and each was seen once more. */
const SMOOTHING = 2;

/** What `rise` in a row of `listEmerging` holds: the ratio of the shares, to three decimals. */
export const riseOf = (key: number): number => Math.floor(key / 1_000_000) / 1000;
