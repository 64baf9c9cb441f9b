import { Template } from "./fill.js";
import type { EntityFilter } from "./filter.js";
import { type CountedOver, type EntityOrder, entityPage, type PageSlots } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import type { PageDemand, Query } from "./paper-queries.js";
import { paperStart } from "./paper-start.js";
import { Parameters, unique } from "./parameters.js";

const LIST = new Template("entity/list");
const COUNT = new Template("entity/count");
const LIST_IN_PART = new Template("entity/list-in-part");
const COUNT_IN_PART = new Template("entity/count-in-part");
const LIST_VARIANTS = new Template("entity/list-variants");

/** Over what the counts of the answer are taken. */
export const countedOver = (filter: EntityFilter): CountedOver => (filter.papers ? "part" : "corpus");

/** The entities that pass a filter, one page; the row's `papers` and `partFirstYear` are those of the filter's papers. */
export function listEntities(filter: EntityFilter, order: EntityOrder, page: PageDemand): Query {
  const parameters = new Parameters();
  const slots = entityPage(order, countedOver(filter), page.after, parameters);
  const statement = filter.papers
    ? LIST_IN_PART.fill({ ...partSlots(filter, slots.after, parameters), order: slots.order })
    : LIST.fill({ ...corpusSlots(filter, slots.after, parameters), order: slots.order });
  return { statement, params: parameters.with({ limit: page.limit }) };
}

/** How many entities pass a filter. */
export function countEntities(filter: EntityFilter): Query {
  const parameters = new Parameters();
  const statement = filter.papers
    ? COUNT_IN_PART.fill(partSlots(filter, [], parameters))
    : COUNT.fill(corpusSlots(filter, [], parameters));
  return { statement, params: parameters.with({}) };
}

/** The variants of entities, one page per entity. */
export function listVariants(ids: readonly string[], order: EntityOrder, page: PageDemand): Query {
  const parameters = new Parameters();
  const slots: PageSlots = entityPage(order, "corpus", page.after, parameters);
  const statement = LIST_VARIANTS.fill({ where: { and: slots.after }, order: slots.order });
  return { statement, params: parameters.with({ ids, limit: page.limit }) };
}

export function corpusSlots(filter: EntityFilter, after: readonly string[], parameters: Parameters) {
  const { kinds, minPapers } = filter;
  const known = knownEntities(filter, parameters);
  const start = known === undefined ? {} : { start: known };
  const conditions = [
    ...kindCondition(kinds, parameters),
    ...(minPapers != null ? [`e.paperCount >= ${parameters.add(minPapers)}`] : []),
  ];
  return { ...start, where: { and: [...conditions, ...after] } };
}

export function partSlots(filter: EntityFilter, after: readonly string[], parameters: Parameters) {
  const { kinds, minPapers } = filter;
  const papers = filter.papers ?? {};
  const known = knownEntities(filter, parameters);
  const from =
    known === undefined
      ? { start: paperStart(papers, parameters) }
      : { start: `${known} MATCH (e)<-[r]-(p:Paper)`, links: "WITH e, p, r" };
  const having = minPapers != null ? [`papers >= ${parameters.add(minPapers)}`] : [];
  return {
    ...from,
    where: { and: [paperCondition(papers, parameters)] },
    entities: { and: kindCondition(kinds, parameters) },
    having: { and: [...having, ...after] },
  };
}

/** The clause that brings the entities `e` which a filter names, or undefined when it names none. */
function knownEntities({ ids, variantOf }: EntityFilter, parameters: Parameters): string | undefined {
  if (variantOf !== undefined) {
    return `MATCH (base:Entity {id: ${parameters.add(variantOf)}})<-[link:VARIANT_OF]-(e:Entity)`;
  }
  return ids ? `UNWIND ${parameters.add(unique(ids))} AS startId MATCH (e:Entity {id: startId})` : undefined;
}

const kindCondition = (kinds: EntityFilter["kinds"], parameters: Parameters): string[] =>
  kinds ? [`e.kind IN ${parameters.add(unique(kinds))}`] : [];
