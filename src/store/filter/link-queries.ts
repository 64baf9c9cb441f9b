import type { Kind, Role } from "../../vocabulary.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { mostFirst, type PaperOrder, paperPage } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import { mentionsSlot, type PageDemand, type PaperExtras, type Query } from "./paper-queries.js";
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

/** The papers of entities, one page per entity; with `dates`, of those that appeared on one of these. */
export function listEntityPapers(
  ids: readonly string[],
  filter: EntityPapersFilter,
  order: PaperOrder,
  page: PageDemand,
  extras: PaperExtras,
  dates?: readonly string[],
): Query {
  const parameters = new Parameters();
  const slots = paperPage(order, page.after, "r, p", parameters);
  const statement = LIST_PAPERS.fill({
    ...(dates ? { papers: `${onDates(dates, parameters)} MATCH (p)-[r]->(o:Entity)` } : {}),
    where: { and: [...(dates ? ["o.id = e.id"] : []), ...linkConditions(filter, parameters), ...slots.after] },
    order: slots.order,
    ...mentionsSlot(extras),
  });
  return { statement, params: parameters.with({ ids, limit: page.limit, abstract: extras.abstract }) };
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
