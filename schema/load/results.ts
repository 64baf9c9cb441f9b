import type { PaperFilter } from "../../src/store/filter/filter.js";
import {
  countMetrics,
  type FirstResults,
  listResults,
  type ResultFilter,
} from "../../src/store/filter/result-queries.js";
import { isLowerBetter } from "../../src/text/metric.js";
import type { StoredResult } from "../../src/text/result-fields.js";
import { type Context, query } from "../context.js";
import type { Entity } from "../entity.type.js";
import type { Paper } from "../paper.type.js";
import type { Result } from "../result.type.js";
import { groupBy, idsOf } from "./batches.js";
import { withCurrentIds } from "./entities.js";
import { compareText } from "./mention.js";
import { type PaperRow, paperOf } from "./paper-row.js";

/** The columns by which statements give a result. */
type ResultColumns = Omit<StoredResult, "nth" | "url"> & { readonly metric: string };

/** A result with what tells it from any other. */
export interface LoadedResult {
  readonly id: string;
  readonly result: Result;
}

const orNull = (text: string): string | null => (text === "" ? null : text);

function resultOf(row: ResultColumns, url: string, paper: Paper): Result {
  const { dataset, task, split, model, metric, metricName, value, written, source } = row;
  const better = isLowerBetter(metric) ? "LOWER" : "HIGHER";
  const texts = { split: orNull(split), task: orNull(task), model: orNull(model), url: orNull(url) };
  return { ...texts, ...{ metric, metricName, value, written, better, source, paper, datasetName: dataset } };
}

interface NameRow {
  readonly owner: string;
  readonly key: string;
  readonly bearer: string;
  readonly papers: number;
}

/** The names whose results are a dataset's: of a name that several datasets bear, those of the one in most papers. */
async function loadKeys(context: Context, { id, kind }: Entity): Promise<readonly string[]> {
  if (kind !== "DATASET") return [];
  const name = "results/list-keys";
  const found = await context.batches.load(name, null, { id }, async (keys) => {
    const rows = await context.read<NameRow>(query(name, { ids: idsOf(keys) }));
    return groupBy(rows, ({ owner }) => owner);
  });
  const byKey = groupBy(found ?? [], ({ key }) => key);
  return [...byKey].flatMap(([key, bearers]) => (mostPapers(bearers) === id ? [key] : [])).sort(compareText);
}

const mostPapers = (bearers: readonly NameRow[]): string | undefined =>
  [...bearers].sort((a, b) => b.papers - a.papers || compareText(a.bearer, b.bearer))[0]?.bearer;

/** The results on a dataset that pass, at most `limit` under each of its names, in no order. */
export async function loadResults(
  context: Context,
  dataset: Entity,
  filter: ResultFilter,
  first: FirstResults,
  limit: number,
): Promise<readonly LoadedResult[]> {
  type Row = ResultColumns &
    PaperRow & { readonly asked: string; readonly resultId: string; readonly sourceUrl: string };
  const keys = await loadKeys(context, dataset);
  const found = await Promise.all(
    keys.map((id) =>
      context.batches.load("results", [filter, first, limit], { id }, (names) =>
        inCurrent(context, filter, async (current) => {
          const rows = await context.read<Row>(listResults(idsOf(names), current, first, limit));
          return groupBy(rows, ({ asked }) => asked);
        }),
      ),
    ),
  );
  return found.flatMap((rows) =>
    (rows ?? []).map((row) => ({
      id: `${row.id} ${row.resultId}`,
      result: resultOf(row, row.sourceUrl, paperOf(row)),
    })),
  );
}

export interface MetricRow {
  readonly metric: string;
  readonly results: number;
  readonly papers: number;
  readonly least: number;
  readonly most: number;
}

/** The metrics of the results on a dataset that pass, in no order. */
export async function loadMetrics(
  context: Context,
  dataset: Entity,
  filter: ResultFilter,
): Promise<readonly MetricRow[]> {
  const names = await loadKeys(context, dataset);
  if (names.length === 0) return [];
  const key = { id: dataset.id, names };
  const found = await context.batches.load("result metrics", filter, key, (keys) =>
    inCurrent(context, filter, async (current) => {
      const owned = keys.flatMap(({ id, names }) => names.map((name) => ({ owner: id, key: name })));
      const rows = await context.read<MetricRow & { owner: string }>(countMetrics(owned, current));
      return groupBy(rows, ({ owner }) => owner);
    }),
  );
  return found ?? [];
}

const inCurrent = <T>(context: Context, filter: ResultFilter, run: (filter: ResultFilter) => Promise<T>): Promise<T> =>
  withCurrentIds(context, filter.papers, (papers: PaperFilter) => run({ ...filter, papers }));

/** All that a paper reports, by dataset, metric, split and model; one small list. */
export async function loadReported(context: Context, paper: Paper): Promise<readonly LoadedResult[]> {
  type Row = ResultColumns & {
    readonly paper: string;
    readonly id: string;
    readonly key: string;
    readonly url: string;
  };
  const name = "results/list-of-papers";
  const found = await context.batches.load(name, null, paper, async (keys) => {
    const rows = await context.read<Row>(query(name, { ids: idsOf(keys) }));
    return groupBy(rows, (row) => row.paper);
  });
  return (found ?? [])
    .map((row) => ({ row, place: [row.key, row.metric, row.split, row.model, row.id] }))
    .sort((a, b) => compareLists(a.place, b.place))
    .map(({ row }) => ({ id: row.id, result: resultOf(row, row.url, paper) }));
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const order = compareText(text, b[i] as string);
    if (order !== 0) return order;
  }
  return 0;
}
