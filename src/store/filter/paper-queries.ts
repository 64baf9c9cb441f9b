import type { Params, Statement } from "../store.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { type After, type PageSlots, type PaperOrder, paperPage } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import { onDates, paperStart } from "./paper-start.js";
import { Parameters } from "./parameters.js";

/** A statement with its parameters, ready to read. */
export interface Query {
  readonly statement: Statement;
  readonly params: Params;
}

/** One page of something. */
export interface PageDemand {
  readonly after: After | undefined;
  readonly limit: number;
}

/** What is fetched along with papers: what the client selected. */
export interface PaperExtras {
  readonly abstract: boolean;
  /** What each paper mentions, in the same statement. */
  readonly mentions: boolean;
}

const LIST = new Template("paper/list");
const LIST_FOUND = new Template("paper/list-found");
const COUNT = new Template("paper/count");

/** What stands in the slot `mentions` when it is filled; the same as in paper/get-mentioning. */
export const MENTIONS =
  "[(p)-[m]->(o:Entity) | {role: type(m), confidence: m.confidence, spans: m.spans, id: o.id, kind: o.kind, " +
  "name: o.name, aliases: o.aliases, paperCount: o.paperCount, firstYear: o.firstYear}] AS mentions";

export const mentionsSlot = (extras: PaperExtras): Record<string, string> =>
  extras.mentions ? { mentions: MENTIONS } : {};

/** The papers that pass a filter, one page; with `dates`, of those that appeared on one of these. */
export function listPapers(
  filter: PaperFilter,
  order: PaperOrder,
  page: PageDemand,
  extras: PaperExtras,
  dates?: readonly string[],
): Query {
  const parameters = new Parameters();
  const slots: PageSlots = paperPage(order, page.after, "p", parameters);
  const statement = LIST.fill({
    start: dates ? onDates(dates, parameters) : paperStart(filter, parameters),
    where: { and: [paperCondition(filter, parameters), ...slots.after] },
    order: slots.order,
    ...mentionsSlot(extras),
  });
  return { statement, params: parameters.with({ limit: page.limit, abstract: extras.abstract }) };
}

/** The papers among the hits of a text search that pass a filter, one page, best first; `after.key` is a rank. */
export function listFoundPapers(
  ids: readonly string[],
  filter: PaperFilter,
  page: PageDemand,
  extras: PaperExtras,
): Query {
  const parameters = new Parameters();
  const beyond = page.after ? [`hit.rank > ${parameters.add(page.after.key)}`] : [];
  const statement = LIST_FOUND.fill({ where: { and: [...beyond, paperCondition(filter, parameters)] } });
  const hits = ids.map((id, rank) => ({ id, rank }));
  return { statement, params: parameters.with({ hits, limit: page.limit, abstract: extras.abstract }) };
}

/** How many papers pass a filter. */
export function countPapers(filter: PaperFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT.fill({
    start: paperStart(filter, parameters),
    where: { and: [paperCondition(filter, parameters)] },
  });
  return { statement, params: parameters.with({}) };
}
