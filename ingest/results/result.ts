import { createHash } from "node:crypto";
import { isShare, metricOf, splitOf } from "../../src/text/metric.js";
import { normalForm } from "../../src/text/normal-form.js";
import type { StoredResult } from "../../src/text/result-fields.js";
import { clean, hasLoneSurrogate } from "../read/clean.js";
import { malformed, type Problem } from "../read/reader.js";
import { readCell, rounded } from "./value.js";

/** What a file says of which paper reports a result. */
export interface PaperRef {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
}

/** A result as its source words it; texts that are not there are empty. */
export interface SaidResult {
  readonly paper: PaperRef;
  readonly dataset: string;
  readonly task: string;
  readonly split: string;
  readonly model: string;
  readonly metric: string;
  readonly cell: unknown;
  /** The value as it compares, where the source has decided that already. */
  readonly value?: number | undefined;
  /** Which it is of several that only the value tells apart, where the source has decided that already. */
  readonly nth?: number | undefined;
  readonly source: string;
  readonly url: string;
}

/** A result as the graph keeps it, at the paper that reports it. */
export interface Result extends StoredResult {
  /** Of all but the value: one that comes again with another value takes its place. Unique within a paper. */
  readonly id: string;
  /** The normal form of the dataset's name: what it is kept under. */
  readonly key: string;
  /** What is measured, whatever its spelling. */
  readonly metric: string;
}

/** What is made of the results of one table. */
export type Made =
  | { readonly paper: PaperRef; readonly result: Result }
  | { readonly problem: Problem; readonly said: SaidResult }
  | { readonly blank: true };

const LONGEST = 1_000;

/**
 * The results of one table, with values that compare: of a share (accuracy, F1, BLEU) that the table gives as fractions of
 * one, a hundred times what is written. Two of one model that differ in the value alone are both kept.
 */
export function* makeResults(table: readonly SaidResult[]): Generator<Made> {
  const fractions = fractionsIn(table);
  const values = new Map<string, number[]>();
  for (const said of table) {
    const cell = readCell(said.value ?? said.cell);
    if ("blank" in cell) {
      yield { blank: true };
      continue;
    }
    const problem = "reason" in cell ? malformed(cell.reason) : problemOf(said);
    if (problem || !("value" in cell)) {
      yield { problem: problem ?? malformed("no value"), said };
      continue;
    }
    const isFraction = said.value === undefined && fractions.has(said.metric);
    const result = resultOf(said, isFraction ? rounded(cell.value * 100) : cell.value);
    const same = `${result.id} ${said.paper.id} ${said.paper.url} ${said.paper.title}`;
    const before = values.get(same) ?? [];
    values.set(same, before);
    if (!before.includes(result.value)) before.push(result.value);
    const nth = said.nth ?? before.indexOf(result.value);
    yield { paper: said.paper, result: { ...result, nth, id: resultId({ ...result, nth }) } };
  }
}

/** The metrics of a table whose values are all fractions of one, and not only 0 and 1. */
function fractionsIn(table: readonly SaidResult[]): ReadonlySet<string> {
  const values = new Map<string, number[]>();
  for (const { metric, cell } of table) {
    const read = readCell(cell);
    if (!("value" in read)) continue;
    // A percent is no fraction, however small.
    const value = read.isPercent ? Number.POSITIVE_INFINITY : Math.abs(read.value);
    const own = values.get(metric);
    if (own) own.push(value);
    else values.set(metric, [value]);
  }
  const isFraction = ([metric, all]: [string, number[]]): boolean =>
    isShare(metricOf(metric).metric) && all.every((value) => value <= 1) && all.some((value) => value % 1 > 0);
  return new Set([...values].filter(isFraction).map(([metric]) => metric));
}

function problemOf({ dataset, metric, model, task, split }: SaidResult): Problem | undefined {
  if (normalForm(clean(dataset)) === "") return malformed("no name of a dataset");
  if (metricOf(metric).metric === "") return malformed("no name of a metric");
  for (const [name, text] of Object.entries({ dataset, metric, model, task, split })) {
    if (text.length > LONGEST) {
      return { code: "RECORD_TOO_LONG", reason: `the ${name} has ${text.length} characters; allowed are ${LONGEST}` };
    }
    if (hasLoneSurrogate(text)) return { code: "ENCODING_INVALID", reason: `half a surrogate pair in the ${name}` };
  }
  return undefined;
}

function resultOf(said: SaidResult, value: number): Result {
  const named = metricOf(said.metric);
  const dataset = clean(said.dataset);
  const result = {
    key: normalForm(dataset),
    dataset,
    task: clean(said.task),
    split: splitOf(clean(said.split)) || named.split,
    model: clean(said.model),
    metric: named.metric,
    metricName: clean(said.metric),
    value,
    written: clean(String(said.cell)).slice(0, LONGEST),
    nth: 0,
    source: clean(said.source).slice(0, LONGEST),
    url: clean(said.url).slice(0, LONGEST),
  };
  return { id: resultId(result), ...result };
}

/** The id of a result within its paper. */
export function resultId({ key, task, split, model, metric, source, nth }: Omit<Result, "id">): string {
  const text = JSON.stringify([key, task, split, model, metric, source, nth]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
