import { type ErrorCode, PapergraphError } from "../../src/errors.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { byCode } from "../link/evidence.js";
import { findReported, refKey } from "./find-papers.js";
import { keepResults, type Row } from "./keep-results.js";
import { type ResultItem, readResults } from "./read-results.js";
import type { PaperRef, Result } from "./result.js";
import { Titles } from "./titles.js";

const RESOLVE_NAMES = statement("name/resolve");

/** Results of one transaction. */
const RESULTS_PER_BATCH = 2_000;
/** Rejects, papers and names that the report repeats. */
const SHOWN = 20;

export type Reject = Extract<ResultItem, { kind: "reject" }>;

export interface ImportOptions {
  readonly files: readonly string[];
  /** The paper of results that name none. */
  readonly paper?: string | undefined;
  /** The model of results of model cards. */
  readonly model?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((count: number) => void) | undefined;
  readonly onProgress?: ((read: number, rejected: number) => void) | undefined;
}

/** How many, and the first of them. */
export interface Listed {
  count: number;
  readonly first: string[];
}

export interface ImportReport {
  /** Results read; each of them is counted in one of the next five. */
  read: number;
  added: number;
  /** Those whose value, or what was written, was another before. */
  changed: number;
  unchanged: number;
  /** Results that name no paper. */
  withoutPaper: number;
  /** Results of papers that the graph does not have. */
  ofUnknownPapers: number;
  /** These papers. */
  readonly unknownPapers: Listed;
  /** Names of datasets, of results that are kept, that no dataset of the graph bears: kept until one does. */
  readonly unknownDatasets: Listed;
  /** Names that several datasets bear: results count for the one in most papers. */
  readonly ambiguousDatasets: Listed;
  /** Cells without a value. */
  blank: number;
  rejected: number;
  readonly rejects: Reject[];
  readonly failures: { readonly code: ErrorCode; readonly message: string }[];
  seconds: number;
  stopped: boolean;
}

type Named = { readonly paper: PaperRef; readonly result: Result };

/**
 * Reads files of results and keeps those of papers that the graph has, batch by batch, each one transaction. A result that
 * comes again changes nothing, or what it said before. No paper and no entity is made.
 */
export async function importResults(store: Store, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const importing = new Importing(store, options);
  for (const file of options.files) {
    await importing.file(file).catch((error: unknown) => importing.failed(error));
    if (importing.report.stopped) break;
  }
  await importing.end();
  importing.report.seconds = (performance.now() - started) / 1000;
  return importing.report;
}

class Importing {
  readonly report: ImportReport = {
    ...{ read: 0, added: 0, changed: 0, unchanged: 0, withoutPaper: 0, ofUnknownPapers: 0 },
    ...{ unknownPapers: listed(), unknownDatasets: listed(), ambiguousDatasets: listed() },
    ...{ blank: 0, rejected: 0, rejects: [], failures: [], seconds: 0, stopped: false },
  };
  #batch: Named[] = [];
  readonly #unknown = new Set<string>();
  readonly #names = new Map<string, string>();

  readonly #titles: Titles;

  constructor(
    readonly store: Store,
    readonly options: ImportOptions,
  ) {
    this.#titles = new Titles(store);
  }

  async file(path: string): Promise<void> {
    const { paper, model, onBytes, onProgress, signal } = this.options;
    for await (const item of readResults(path, { paper, model, onBytes })) {
      if (item.kind === "blank") this.report.blank += 1;
      else if (item.kind === "reject") {
        this.report.rejected += 1;
        if (this.report.rejects.length < SHOWN) this.report.rejects.push(item);
      } else await this.#add(item);
      if (this.#batch.length === 0) onProgress?.(this.report.read, this.report.rejected);
      if (signal?.aborted) this.report.stopped = true;
      if (this.report.stopped) return;
    }
  }

  /** A file that is no use costs the others nothing; a store that failed ends it all. */
  failed(error: unknown): void {
    if (!(error instanceof PapergraphError) || error.blame !== "input") throw error;
    this.report.failures.push({ code: error.code, message: error.message });
  }

  async end(): Promise<void> {
    await this.#flush();
    for (const [key, bearers] of await this.#bearers()) {
      if (bearers === 0) note(this.report.unknownDatasets, this.#names.get(key) as string);
      if (bearers > 1) note(this.report.ambiguousDatasets, this.#names.get(key) as string);
    }
  }

  async #add(named: Named): Promise<void> {
    this.report.read += 1;
    const { id, url, title } = named.paper;
    if (id === "" && url === "" && title === "") this.report.withoutPaper += 1;
    else this.#batch.push(named);
    if (this.#batch.length >= RESULTS_PER_BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    const found = await findReported(this.store, this.#titles, [
      ...new Map(batch.map(({ paper }) => [refKey(paper), paper])).values(),
    ]);
    const rows: Row[] = [];
    for (const { paper, result } of batch) {
      const id = found.get(refKey(paper));
      if (id === undefined) this.#unknownPaper(paper);
      else rows.push({ ...result, paper: id });
    }
    for (const { key, dataset } of rows) if (!this.#names.has(key)) this.#names.set(key, dataset);
    const { added, changed, unchanged } = await keepResults(this.store, rows, this.options.dryRun);
    this.report.added += added;
    this.report.changed += changed;
    this.report.unchanged += unchanged;
  }

  #unknownPaper(paper: PaperRef): void {
    this.report.ofUnknownPapers += 1;
    if (this.#unknown.has(refKey(paper))) return;
    this.#unknown.add(refKey(paper));
    note(this.report.unknownPapers, paper.id || paper.url || paper.title);
  }

  /** How many datasets bear each name that results are kept under. */
  async #bearers(): Promise<Map<string, number>> {
    const counts = new Map([...this.#names.keys()].sort(byCode).map((key) => [key, 0]));
    const keys = [...counts.keys()];
    for (let from = 0; from < keys.length; from += 1000) {
      const params = { keys: keys.slice(from, from + 1000), kinds: ["DATASET"] };
      for (const { asked } of await this.store.read<{ asked: string }>(RESOLVE_NAMES, params))
        counts.set(asked, (counts.get(asked) ?? 0) + 1);
    }
    return counts;
  }
}

function listed(): Listed {
  return { count: 0, first: [] };
}

function note(list: Listed, text: string): void {
  list.count += 1;
  if (list.first.length < SHOWN) list.first.push(text);
}
