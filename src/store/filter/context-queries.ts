import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";

const LIST_PAPERS = new Template("context/list-papers");

const PICK_PAPERS = new Template("context/pick-papers");

/** Those of the papers that pass a filter, with their dates. */
export function pickPapers(ids: readonly string[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const statement = PICK_PAPERS.fill({ where: { and: [paperCondition(papers, parameters)] } });
  return { statement, params: parameters.with({ ids }) };
}

/** An entity that a name in a question may mean. */
export interface ContextSource {
  readonly id: string;
  /** The number of the name: entities that one name may mean count as one. */
  readonly slot: number;
  readonly weight: number;
}

/** The papers that say most of entities and pass a filter; of an entity in more than `newest` papers only these are read. */
export function listContextPapers(
  sources: readonly ContextSource[],
  papers: PaperFilter,
  newest: number | undefined,
  limit: number,
): Query {
  const parameters = new Parameters();
  const statement = LIST_PAPERS.fill({
    where: { and: [paperCondition(papers, parameters)] },
    ...(newest === undefined ? {} : { bound: `WITH r, p ORDER BY p.date DESC, p.id LIMIT ${parameters.add(newest)}` }),
  });
  const plain = sources.map(({ id, slot, weight }) => ({ id, slot, weight }));
  return { statement, params: parameters.with({ sources: plain, limit }) };
}
