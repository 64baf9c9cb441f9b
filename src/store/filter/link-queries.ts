import type { Kind, Role } from "../../vocabulary.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { mostFirst, type PaperOrder, paperPage } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import { extrasSlots, type PageDemand, type PaperExtras, type Query } from "./paper-queries.js";
import { onDates } from "./paper-start.js";
import { Parameters } from "./parameters.js";

const LIST_PAPERS = new Template("entity/list-papers");
const COUNT_PAPERS = new Template("entity/count-papers");
const LIST_CO_OCCURRING = new Template("entity/list-co-occurring");
const COUNT_CO_OCCURRING = new Template("entity/count-co-occurring");

/** Which papers of an entity: those that pass the filter and mean the entity in the role. */
export interface EntityPapersFilter {
  readonly papers: PaperFilter;
  readonly role: Role | undefined;
}

/** A part of the corpus that holds a page: the papers of some dates, or the first ones of the order behind the cursor. */
export type PaperWindow = { readonly dates: readonly string[] } | { readonly first: number };

/** The papers of entities, one page per entity; with a window, of the papers in it. */
export function listEntityPapers(
  ids: readonly string[],
  filter: EntityPapersFilter,
  order: PaperOrder,
  page: PageDemand,
  extras: PaperExtras,
  window?: PaperWindow,
): Query {
  const parameters = new Parameters();
  const slots = paperPage(order, page.after, "r, p", parameters);
  const statement = LIST_PAPERS.fill({
    ...(window ? { papers: papersIn(window, order, page, parameters) } : {}),
    where: { and: [...(window ? ["o.id = e.id"] : []), ...linkConditions(filter, parameters), ...slots.after] },
    order: slots.order,
    ...extrasSlots(extras),
  });
  return { statement, params: parameters.with({ ids, limit: page.limit, abstract: extras.abstract }) };
}

/** The clauses that reach the papers of a window and what they mention. */
function papersIn(window: PaperWindow, order: PaperOrder, page: PageDemand, parameters: Parameters): string {
  if ("dates" in window) return `${onDates(window.dates, parameters)} MATCH (p)-[r]->(o:Entity)`;
  const slots = paperPage(order, page.after, "e, p", parameters, parameters.add(window.first));
  const where = ["p.date IS NOT NULL", ...slots.after].join(" AND ");
  return `MATCH (p:Paper) WHERE ${where} ${slots.order} MATCH (p)-[r]->(o:Entity)`;
}

/** How many papers of each entity pass a filter. */
export function countEntityPapers(ids: readonly string[], filter: EntityPapersFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT_PAPERS.fill({ where: { and: linkConditions(filter, parameters) } });
  return { statement, params: parameters.with({ ids }) };
}

function linkConditions({ papers, role }: EntityPapersFilter, parameters: Parameters): string[] {
  const condition = paperCondition(papers, parameters);
  return role ? [`type(r) = ${parameters.add(role)}`, condition] : [condition];
}

export interface CoOccurringFilter {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
  /** Papers together, at least. */
  readonly least: number;
  /** Reads only so many papers of each entity, the newest; without it, all of them. */
  readonly newest: number | undefined;
}

/** The entities that papers mention together with entities, one page per entity. */
export function listCoOccurring(ids: readonly string[], filter: CoOccurringFilter, page: PageDemand): Query {
  const parameters = new Parameters();
  const slots = mostFirst("together", "o.id", page.after, "o, together", parameters);
  const { kinds, least } = filter;
  const statement = LIST_CO_OCCURRING.fill({
    ...coOccurringSlots(filter, parameters),
    having: { and: slots.after },
    order: slots.order,
  });
  return { statement, params: parameters.with({ ids, kinds, least, limit: page.limit }) };
}

/** How many entities papers mention together with each entity. */
export function countCoOccurring(ids: readonly string[], filter: CoOccurringFilter): Query {
  const parameters = new Parameters();
  const { kinds, least } = filter;
  const statement = COUNT_CO_OCCURRING.fill(coOccurringSlots(filter, parameters));
  return { statement, params: parameters.with({ ids, kinds, least }) };
}

const coOccurringSlots = ({ papers, newest }: CoOccurringFilter, parameters: Parameters) => ({
  where: { and: [paperCondition(papers, parameters)] },
  ...(newest === undefined ? {} : { bound: `WITH e, p ORDER BY p.date DESC, p.id LIMIT ${parameters.add(newest)}` }),
});
