import { LIMITS } from "../src/limits.js";
import type { After } from "../src/store/filter/order.js";
import { LAST_DATE } from "../src/store/filter/order.js";
import type { ResultFilter } from "../src/store/filter/result-queries.js";
import { isLowerBetter } from "../src/text/metric.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import { ranked, rankKey } from "./connection/ranked.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { compareText } from "./load/mention.js";
import { type LoadedResult, loadMetrics, loadReported, loadResults, type MetricRow } from "./load/results.js";
import { once } from "./once.js";
import type { Paper } from "./paper.type.js";
import type { Better, ResultEdge, ResultMetricEdge } from "./result.type.js";

/** The results on a dataset, by metric, the best first. */
export function leaderboardOf(
  context: Context,
  dataset: Entity,
  filter: ResultFilter,
  better: Better | undefined,
  page: PageArgs,
) {
  const request = pageRequest(page, `results by ${filter.metric ?? "metric"} ${better ?? ""}`.trim(), "string");
  const limit = LIMITS.results;
  const found = once(async () => {
    const first =
      filter.metric === undefined ? "any" : betterOf(filter.metric, better) === "LOWER" ? "lowest" : "highest";
    const results = await loadResults(context, dataset, filter, first, limit + 1);
    const sorted = results
      .map((each) => ({ ...each, at: place(each, better) }))
      .sort((a, b) => comparePlaces(a.at, b.at));
    return { rows: sorted.slice(0, limit), truncated: sorted.length > limit };
  });
  const list = new Connection<LoadedResult & { at: After }, ResultEdge>({
    request,
    rows: async () => (await found()).rows.filter(({ at }) => !request.after || comparePlaces(at, request.after) > 0),
    place: ({ at }) => at,
    edge: ({ result }, cursor) => ({ cursor, node: result }),
    count: async () => (await found()).rows.length,
  });
  return Object.assign(list, { truncated: async () => (await found()).truncated });
}

const betterOf = (metric: string, asked: Better | undefined): Better =>
  asked ?? (isLowerBetter(metric) ? "LOWER" : "HIGHER");

/** Where a result stands: by metric, value, date of its paper, then by paper and result. */
function place({ id, result }: LoadedResult, asked: Better | undefined): After {
  const { metric, value, paper } = result;
  const rank = betterOf(metric, asked) === "LOWER" ? value : -value;
  return { key: `${metric}\n${sortable(rank)} ${paper.date || LAST_DATE}`, id };
}

const comparePlaces = (a: After, b: After): number =>
  compareText(String(a.key), String(b.key)) || compareText(a.id, b.id);

/** A number as text that sorts as the number does: its bits, turned over where it is negative. */
function sortable(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  // A negative zero is zero.
  view.setFloat64(0, value + 0);
  const bits = view.getBigUint64(0);
  const turned = bits >> 63n === 1n ? ~bits & ALL_BITS : bits | SIGN;
  return turned.toString(16).padStart(16, "0");
}

const SIGN = 1n << 63n;
const ALL_BITS = (1n << 64n) - 1n;

/** The metrics of the results on a dataset, those of most results first. */
export function metricsOf(context: Context, dataset: Entity, filter: ResultFilter, page: PageArgs) {
  const request = pageRequest(page, "metrics", "string");
  const metrics = once(() => loadMetrics(context, dataset, filter));
  const place = ({ results, metric }: MetricRow): After => ({ key: rankKey(results), id: metric });
  return new Connection<MetricRow, ResultMetricEdge>({
    request,
    rows: async () => ranked(await metrics(), place, request.after),
    place,
    edge: ({ metric, results, papers, least, most }, cursor) => {
      const better = betterOf(metric, undefined);
      return { cursor, node: { metric, results, papers, better, best: better === "LOWER" ? least : most } };
    },
    count: async () => (await metrics()).length,
  });
}

/** What a paper reports, by dataset and metric. */
export function resultsOfPaper(context: Context, paper: Paper, metric: string | undefined, page: PageArgs) {
  const request = pageRequest(page, "results", "number");
  const matching = once(async () => {
    const results = await loadReported(context, paper);
    return results
      .filter(({ result }) => metric === undefined || result.metric === metric)
      .map((each, at) => ({ ...each, at }));
  });
  return new Connection<LoadedResult & { at: number }, ResultEdge>({
    request,
    rows: async () => {
      const { after } = request;
      return (await matching()).filter(({ at }) => after === undefined || at > Number(after.key));
    },
    place: ({ at, id }) => ({ key: at, id }),
    edge: ({ result }, cursor) => ({ cursor, node: result }),
    count: async () => (await matching()).length,
  });
}
