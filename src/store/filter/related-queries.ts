import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { mostFirst } from "./order.js";
import { paperCondition } from "./paper-condition.js";
import type { PageDemand, Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";

const LIST = new Template("related/list");
const COUNT = new Template("related/count");
const COUNT_OTHERS = new Template("related/count-others");

/** A paper and the entities through which others are related to it, each with its integer weight. */
export interface Source {
  readonly id: string;
  readonly shared: readonly { readonly id: string; readonly weight: number }[];
}

export interface RelatedFilter {
  readonly papers: PaperFilter;
  readonly minShared: number;
}

const plain = (sources: readonly Source[]) =>
  sources.map(({ id, shared }) => ({ id, shared: shared.map((share) => ({ id: share.id, weight: share.weight })) }));

/** The papers that share entities with the sources, one page per source. */
export function listRelated(
  sources: readonly Source[],
  filter: RelatedFilter,
  page: PageDemand,
  abstract: boolean,
): Query {
  const parameters = new Parameters();
  const slots = mostFirst("weight", "p.id", page.after, "p, weight, shared", parameters);
  const statement = LIST.fill({
    where: { and: [paperCondition(filter.papers, parameters)] },
    having: { and: slots.after },
    order: slots.order,
  });
  const { minShared } = filter;
  return { statement, params: parameters.with({ sources: plain(sources), minShared, limit: page.limit, abstract }) };
}

/** How many papers share entities with each source. */
export function countRelated(sources: readonly Source[], filter: RelatedFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT.fill({ where: { and: [paperCondition(filter.papers, parameters)] } });
  return { statement, params: parameters.with({ sources: plain(sources), minShared: filter.minShared }) };
}

/** In how many other papers of a part of the corpus the entities of each paper are. */
export function countOthers(
  sources: readonly { readonly id: string; readonly entities: readonly string[] }[],
  papers: PaperFilter,
): Query {
  const parameters = new Parameters();
  const statement = COUNT_OTHERS.fill({ where: { and: [paperCondition(papers, parameters)] } });
  return {
    statement,
    params: parameters.with({ sources: sources.map(({ id, entities }) => ({ id, entities })) }),
  };
}
