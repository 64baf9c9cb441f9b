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
  /** Venue, authors, addresses and collections. */
  readonly details: boolean;
  /** What each paper mentions, in the same statement: the names of entities, or the whole with spans and counts. */
  readonly mentions: "NONE" | "NAMED" | "WHOLE";
}

/** Nothing but what every list of papers needs. */
export const NO_EXTRAS: PaperExtras = { abstract: false, details: false, mentions: "NONE" };

const LIST = new Template("paper/list");
const LIST_FOUND = new Template("paper/list-found");
const COUNT = new Template("paper/count");
const GET_BY_IDS = new Template("paper/get-by-ids");
const GET_MENTIONING = new Template("paper/get-mentioning");

/**
 * What stands in the slot `mentions`. Lists, not maps: to make, send and read the names of a map for each mention takes a
 * third of the statement's time.
 */
const MENTIONS = {
  NAMED: "[(p)-[m]->(o:Entity) | [type(m), m.confidence, o.id, o.kind, o.name]] AS mentions",
  WHOLE:
    "[(p)-[m]->(o:Entity) | [type(m), m.confidence, o.id, o.kind, o.name, m.spans, o.aliases, o.paperCount, " +
    "o.firstYear]] AS mentions",
};

/** The slots for what is fetched along with papers. */
export const extrasSlots = ({ details, mentions }: PaperExtras): Record<string, string> => ({
  ...(details ? {} : { details: "" }),
  ...(mentions === "NONE" ? {} : { mentions: MENTIONS[mentions] }),
});

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
    ...extrasSlots(extras),
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
  const statement = LIST_FOUND.fill({
    where: { and: [...beyond, paperCondition(filter, parameters)] },
    ...extrasSlots({ ...extras, mentions: "NONE" }),
  });
  const hits = ids.map((id, rank) => ({ id, rank }));
  return { statement, params: parameters.with({ hits, limit: page.limit, abstract: extras.abstract }) };
}

/** Papers by id, in no order. */
export function getPapers(ids: readonly string[], extras: PaperExtras): Query {
  const template = extras.mentions === "NONE" ? GET_BY_IDS : GET_MENTIONING;
  return { statement: template.fill(extrasSlots(extras)), params: { ids, abstract: extras.abstract } };
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
