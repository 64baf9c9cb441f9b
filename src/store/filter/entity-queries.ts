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

function corpusSlots({ kinds, ids, minPapers }: EntityFilter, after: readonly string[], parameters: Parameters) {
  const start = ids ? { start: `UNWIND ${parameters.add(unique(ids))} AS startId MATCH (e:Entity {id: startId})` } : {};
  const conditions = [
    ...kindCondition(kinds, parameters),
    ...(minPapers != null ? [`e.paperCount >= ${parameters.add(minPapers)}`] : []),
  ];
  return { ...start, where: { and: [...conditions, ...after] } };
}

function partSlots({ kinds, ids, minPapers, papers }: EntityFilter, after: readonly string[], parameters: Parameters) {
  const filter = papers ?? {};
  const from = ids
    ? {
        start: `UNWIND ${parameters.add(unique(ids))} AS startId MATCH (e:Entity {id: startId})<-[r]-(p:Paper)`,
        links: "WITH e, p",
      }
    : { start: paperStart(filter, parameters) };
  const having = minPapers != null ? [`papers >= ${parameters.add(minPapers)}`] : [];
  return {
    ...from,
    where: { and: [paperCondition(filter, parameters)] },
    entities: { and: kindCondition(kinds, parameters) },
    having: { and: [...having, ...after] },
  };
}

const kindCondition = (kinds: EntityFilter["kinds"], parameters: Parameters): string[] =>
  kinds ? [`e.kind IN ${parameters.add(unique(kinds))}`] : [];
