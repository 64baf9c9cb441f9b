import { statement } from "../../src/store/statements.js";
import type { Store, Write } from "../../src/store/store.js";
import { byCode } from "../link/evidence.js";
import { writesOf } from "../load/link-rows.js";
import type { Result } from "./result.js";

const LIST_OF_PAPERS = statement("results/list-of-papers");
const DELETE_REPORTED = statement("results/delete-reported");
const REPORT_RESULTS = statement("results/report-results");

/** A result at the paper of the graph that reports it. */
export type Row = Result & { readonly paper: string };

/** How many were new, said something else before, and were there. */
export interface Kept {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Writes what is new and what is not as it was, in one transaction; of one result that stands twice, the later one. */
export async function keepResults(store: Store, rows: readonly Row[], dryRun = false): Promise<Kept> {
  if (rows.length === 0) return { added: 0, changed: 0, unchanged: 0 };
  const own = new Map(rows.map((row) => [placeOf(row), row]));
  const ids = [...new Set(rows.map(({ paper }) => paper))].sort(byCode);
  const kept = await store.read<Row & Record<string, unknown>>(LIST_OF_PAPERS, { ids });
  const before = new Map(kept.map((row) => [placeOf(row), contentOf(row)]));
  const fresh = [...own].filter(([place, row]) => before.get(place) !== contentOf(row)).map(([, row]) => row);
  if (fresh.length > 0 && !dryRun) await store.write(resultWrites(fresh));
  const changed = fresh.filter((row) => before.has(placeOf(row))).length;
  return { added: fresh.length - changed, changed, unchanged: rows.length - fresh.length };
}

/** The writes of results; taken away first, since they are there already where the answer to a write was lost. */
export function resultWrites(rows: readonly Row[]): Write[] {
  const sorted = [...rows].sort((a, b) => byCode(a.paper, b.paper) || byCode(a.id, b.id));
  return [
    ...deleteWrites(sorted),
    ...writesOf(
      REPORT_RESULTS,
      "rows",
      sorted.map((row) => ({ ...row })),
    ),
  ];
}

/** The writes that take these results away from their papers. */
export function deleteWrites(rows: readonly Pick<Row, "paper" | "id">[]): Write[] {
  const ids = new Map<string, string[]>();
  for (const { paper, id } of rows) {
    const own = ids.get(paper);
    if (own) own.push(id);
    else ids.set(paper, [id]);
  }
  return writesOf(
    DELETE_REPORTED,
    "rows",
    [...ids].map(([paper, own]) => ({ paper, ids: own })),
  );
}

const placeOf = ({ paper, id }: Row): string => `${paper} ${id}`;

const contentOf = (row: Row): string =>
  JSON.stringify([row.key, row.dataset, row.metricName, row.value, row.written, row.url]);
