import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { metricOf } from "../../src/text/metric.js";
import { normalForm } from "../../src/text/normal-form.js";
import { deleteWrites, type Row, resultWrites } from "../results/keep-results.js";
import { resultId } from "../results/result.js";

const LIST_OF_PAPERS = statement("results/list-of-papers");

export type ResultFault = "doubled result" | "result";

export interface ResultCheck {
  readonly results: number;
  readonly faults: { readonly fault: ResultFault; readonly detail: string }[];
  /** The results of the papers at fault as they should be. */
  readonly mended: Row[];
  readonly wrong: Row[];
}

/** What is wrong with the results of these papers: kept twice, or not under what their dataset and metric are called now. */
export async function checkResults(store: Store, papers: readonly string[]): Promise<ResultCheck> {
  const rows = await store.read<Row & Record<string, unknown>>(LIST_OF_PAPERS, { ids: [...papers] });
  const check: ResultCheck = { results: rows.length, faults: [], mended: [], wrong: [] };
  const seen = new Set<string>();
  for (const row of rows) {
    const place = `${row.paper} ${row.id}`;
    const right = asItShouldBe(row);
    const name = `${row.paper} reports ${row.metricName} on ${row.dataset}`;
    const isDoubled = seen.has(place);
    seen.add(place);
    if (isDoubled) check.faults.push({ fault: "doubled result", detail: `${name} twice` });
    else if (right.id !== row.id || right.key !== row.key || right.metric !== row.metric)
      check.faults.push({ fault: "result", detail: `${name}, kept as ${row.metric} on ${row.key}` });
    else continue;
    check.wrong.push(row);
    check.mended.push(right);
  }
  return check;
}

/** Keeps the results that are at fault as they should be. */
export async function mendResults(store: Store, { wrong, mended }: ResultCheck): Promise<void> {
  if (wrong.length === 0) return;
  const own = new Map(mended.map((row) => [`${row.paper} ${row.id}`, row]));
  await store.write([...deleteWrites(wrong), ...resultWrites([...own.values()])]);
}

function asItShouldBe(row: Row): Row {
  const right = { ...row, key: normalForm(row.dataset), metric: metricOf(row.metricName).metric };
  return { ...right, id: resultId(right) };
}
