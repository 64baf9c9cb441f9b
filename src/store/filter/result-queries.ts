import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";

const LIST_UNDER_NAMES = new Template("results/list-under-names");
const COUNT_METRICS = new Template("results/count-metrics");

/** Which results: of papers that pass, by this metric, on this split; what is undefined asks for nothing. */
export interface ResultFilter {
  readonly papers: PaperFilter;
  readonly metric: string | undefined;
  readonly split: string | undefined;
}

/** Which results of a name are given where there are more than the limit. */
export type FirstResults = "highest" | "lowest" | "any";

const ORDER: Readonly<Record<FirstResults, string>> = {
  highest: "WITH r, p ORDER BY r.value DESC, r.id, p.id LIMIT $limit",
  lowest: "WITH r, p ORDER BY r.value, r.id, p.id LIMIT $limit",
  any: "WITH r, p ORDER BY r.id, p.id LIMIT $limit",
};

/** Results that are kept under names of datasets, at most `limit` of each name. */
export function listResults(keys: readonly string[], filter: ResultFilter, first: FirstResults, limit: number): Query {
  const parameters = new Parameters();
  const statement = LIST_UNDER_NAMES.fill({ where: { and: conditions(filter, parameters) }, order: ORDER[first] });
  return { statement, params: parameters.with({ keys, limit }) };
}

/** A name of a dataset, and whose it is. */
export interface OwnedName {
  readonly owner: string;
  readonly key: string;
}

/** The metrics of the results under names of datasets, by whose they are. */
export function countMetrics(names: readonly OwnedName[], filter: ResultFilter): Query {
  const parameters = new Parameters();
  const statement = COUNT_METRICS.fill({ where: { and: conditions(filter, parameters) } });
  return { statement, params: parameters.with({ rows: names.map(({ owner, key }) => ({ owner, key })) }) };
}

const conditions = ({ papers, metric, split }: ResultFilter, parameters: Parameters): string[] => [
  ...(metric === undefined ? [] : [`r.metric = ${parameters.add(metric)}`]),
  ...(split === undefined ? [] : [`r.split = ${parameters.add(split)}`]),
  paperCondition(papers, parameters),
];
