import { statement } from "../src/store/statements.js";
import type { Store } from "../src/store/store.js";
import { arxivIdOf } from "./arxiv-id.js";
import { doiOf } from "./doi.js";
import { findAliased } from "./identity/stored-papers.js";
import type { LookUpName } from "./link/link-paper.js";
import { leavingWrites } from "./load/identity-writes.js";
import { writesOf } from "./load/link-rows.js";
import { writeAndSettle } from "./load/write-and-settle.js";

const GET_HASHES = statement("load/get-hashes");
const SET_COLLECTIONS = statement("load/set-collections");
const LIST_IN_COLLECTION = statement("remove/list-in-collection");
const COUNT_IN_COLLECTION = statement("remove/count-in-collection");

const DELETE_BENCHMARKS = statement("results/delete-benchmarks");

/** Papers of one transaction. */
const PAPERS_PER_BATCH = 500;
/** Unknown ids that the report repeats. */
const UNKNOWN_SHOWN = 20;

export interface RemoveOptions {
  /** Ids, arXiv ids, DOIs or addresses of papers. Without them, all papers of the collection. */
  readonly ids?: AsyncIterable<string> | Iterable<string> | undefined;
  /** Papers only leave this collection; those that are in no other one are deleted. */
  readonly collection?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Finishes the batch under way, settles, and stops. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: "removing" | "settling", done: number) => void) | undefined;
}

export interface RemoveReport {
  /** Papers deleted. */
  deleted: number;
  /** Papers that left the collection and are in another one still. */
  left: number;
  /** Ids that no paper of the graph, or of the collection, has. */
  unknown: number;
  /** The first of them. */
  unknownIds: string[];
  /** Entities decided anew. */
  settled: number;
  seconds: number;
  stopped: boolean;
}

/**
 * Takes papers out of the graph, batch by batch, each one transaction, and settles what they mentioned: the graph is then as
 * if they had never been loaded. Save that records which only a removed paper kept apart stay apart until one of them
 * changes.
 */
export async function remove(store: Store, lookUp: LookUpName, options: RemoveOptions): Promise<RemoveReport> {
  const started = performance.now();
  const report: RemoveReport = {
    ...{ deleted: 0, left: 0, unknown: 0, unknownIds: [], settled: 0, seconds: 0, stopped: false },
  };
  const onSettled = (settled: number) => {
    report.settled = settled;
    options.onProgress?.("settling", settled);
  };
  await writeAndSettle(store, lookUp, { dryRun: options.dryRun, onSettled }, async () => {
    await removeAll(store, options, report);
    if (!options.dryRun && report.deleted > 0) await store.write([{ statement: DELETE_BENCHMARKS, params: {} }]);
  });
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

async function removeAll(store: Store, options: RemoveOptions, report: RemoveReport): Promise<void> {
  const { ids, collection, dryRun } = options;
  if (ids === undefined && collection !== undefined && dryRun) {
    const [row] = await store.read<{ papers: number; shared: number }>(COUNT_IN_COLLECTION, { collection });
    report.left = row?.shared ?? 0;
    report.deleted = (row?.papers ?? 0) - report.left;
    return;
  }
  for await (const batch of ids ? batchesOf(ids) : batchesIn(store, collection ?? "")) {
    await removeBatch(store, batch, options, report);
    options.onProgress?.("removing", report.deleted + report.left);
    if (options.signal?.aborted) report.stopped = true;
    if (report.stopped) return;
  }
}

async function* batchesOf(ids: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < PAPERS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The papers of a collection; each batch must have left it before the next is asked for. */
async function* batchesIn(store: Store, collection: string): AsyncGenerator<string[]> {
  for (;;) {
    const rows = await store.read<{ id: string }>(LIST_IN_COLLECTION, { collection, limit: PAPERS_PER_BATCH });
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
  }
}

interface Stored {
  readonly id: string;
  readonly collections: readonly string[] | null;
}

async function removeBatch(
  store: Store,
  given: readonly string[],
  { collection, dryRun }: RemoveOptions,
  report: RemoveReport,
): Promise<void> {
  const named = given.map(idsFor);
  const aliased = await findAliased(store, [...new Set(named.flat())]);
  const asked = named.map((ids) => [...ids, ...ids.flatMap((id) => aliased.get(id) ?? [])]);
  const found = await store.read<Stored>(GET_HASHES, { ids: [...new Set(asked.flat())] });
  const byId = new Map(found.map((row) => [row.id, row]));
  const leaving = new Map<string, readonly string[]>();
  for (const [i, ids] of asked.entries()) {
    const paper = ids.map((id) => byId.get(id)).find((row) => row !== undefined);
    const collections = paper?.collections ?? [];
    if (paper && (collection === undefined || collections.includes(collection))) {
      leaving.set(paper.id, collection === undefined ? [] : collections.filter((name) => name !== collection));
      continue;
    }
    report.unknown += 1;
    if (report.unknownIds.length < UNKNOWN_SHOWN) report.unknownIds.push(given[i]!);
  }
  const kept = [...leaving].filter(([, collections]) => collections.length > 0);
  const gone = [...leaving].filter(([, collections]) => collections.length === 0).map(([id]) => id);
  if (!dryRun && leaving.size > 0) {
    await store.write([
      ...leavingWrites(gone),
      ...writesOf(
        SET_COLLECTIONS,
        "rows",
        kept.map(([id, collections]) => ({ id, collections })),
      ),
    ]);
  }
  report.deleted += gone.length;
  report.left += kept.length;
}

/** What a paper may be called in the graph that is asked for by this text. */
function idsFor(text: string): string[] {
  const arxivId = arxivIdOf(text);
  const doi = doiOf(text);
  return [text, ...(arxivId === null ? [] : [`arxiv:${arxivId}`]), ...(doi === null ? [] : [`doi:${doi}`])];
}
