import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";

const EXPAND = new Template("path/expand-entities");
const LIST_HOP_PAPERS = new Template("path/list-hop-papers");

/** The entities that papers which pass a filter mention together with each of these. */
export function expandEntities(ids: readonly string[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const statement = EXPAND.fill({ where: { and: [paperCondition(papers, parameters)] } });
  return { statement, params: parameters.with({ ids }) };
}

/** Two entities that papers mention together; `rare` is the one in fewer papers. */
export interface EntityHop {
  readonly key: string;
  readonly rare: string;
  readonly other: string;
}

/** The newest papers of each hop that pass a filter. */
export function listHopPapers(
  hops: readonly EntityHop[],
  papers: PaperFilter,
  limit: number,
  abstract: boolean,
): Query {
  const parameters = new Parameters();
  const statement = LIST_HOP_PAPERS.fill({ where: { and: [paperCondition(papers, parameters)] } });
  const plain = hops.map(({ key, rare, other }) => ({ key, rare, other }));
  return { statement, params: parameters.with({ hops: plain, limit, abstract }) };
}
