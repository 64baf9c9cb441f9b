import { setImmediate as breathe } from "node:timers/promises";
import type { Store } from "../src/store/store.js";
import { type ExtractedEntity, KEEP_CONFIDENCE } from "./extract/extractor.js";
import { extractionVersion } from "./extraction-version.js";
import type { Origin } from "./identify-record.js";
import { type Identity, keysOf, resolveRecords } from "./identity/resolve.js";
import type { IngestOptions, IngestReport, IngestTools } from "./ingest.js";
import { type Link, linkPaper } from "./link/link-paper.js";
import { BatchPipeline } from "./load/batch-pipeline.js";
import { FirstLoad, type Papers } from "./load/first-load.js";
import {
  type Loadable,
  type PreparedBatch,
  prepareBatch,
  type Sorted,
  sortPapers,
  writeBatch,
} from "./load/load-batch.js";
import { Written } from "./load/written.js";
import type { Paper } from "./paper.js";
import { keepExported } from "./results/exported-results.js";

/** Papers read, extracted and written at a time: one transaction. */
export const PAPERS_PER_BATCH = 500;
/** Batches under way at a time: one that is written, two that are extracted, so that no thread waits for the writer. */
const BATCHES_AHEAD = 3;

/** Papers to be written, who they are, and those that became part of them. */
interface Batch {
  readonly papers: readonly Paper[];
  readonly identities: ReadonlyMap<string, Identity>;
  readonly gone: readonly string[];
  readonly touched: ReadonlySet<string>;
  /** Where the papers may be already. */
  readonly among: Papers;
  /** Papers of an export with what they report. */
  readonly reporting: readonly Paper[];
}

interface Prepared extends Pick<Batch, "touched" | "reporting"> {
  readonly loadables: readonly Loadable[];
  readonly rows: PreparedBatch;
}

/** Gathers papers into batches; extracts some batches ahead and writes them in order, one at a time. */
export class BatchLoader {
  /** By the key of its record, or the paper's id. */
  #batch = new Map<string, { readonly paper: Paper; readonly origin: Origin | undefined }>();
  /** What the batches that are not written yet touch: a paper is compared with the store when these are done. */
  readonly #ahead = new Set<string>();
  /** The embedded store has one owner: what this run has written stays so until it settles. */
  readonly #written: Written | undefined;
  readonly #first: FirstLoad;
  readonly #version: string;
  readonly #pipeline: BatchPipeline<Prepared>;

  constructor(
    readonly store: Store,
    readonly tools: IngestTools,
    readonly options: Pick<IngestOptions, "batch" | "dryRun" | "reExtract">,
    readonly report: IngestReport,
    readonly onWritten: () => void,
  ) {
    this.#written = store.engine === "embedded" ? new Written() : undefined;
    this.#first = new FirstLoad(store);
    this.#version = extractionVersion(tools.version);
    this.#pipeline = new BatchPipeline((batch) => this.#write(batch), BATCHES_AHEAD);
  }

  /** `origin`: which record says it; left out for papers that are as the store has them, records merged. */
  async add(paper: Paper, origin?: Origin): Promise<void> {
    this.report.read += 1;
    // The same record again in one batch: the later one stands, as it would in a batch of its own.
    const key = origin?.key ?? paper.id;
    this.#batch.delete(key);
    this.#batch.set(key, { paper, origin });
    if (this.#batch.size >= (this.options.batch ?? PAPERS_PER_BATCH)) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#pipeline.drain();
  }

  async #flush(): Promise<void> {
    const entries = [...this.#batch.values()];
    this.#batch = new Map();
    if (entries.length === 0) return;
    // What an earlier batch is about to change must be looked at when it is done; it may be done while this is read.
    const ahead = new Set(this.#ahead);
    let batch = await this.#resolve(entries);
    if ([...batch.touched].some((key) => ahead.has(key))) {
      await this.#pipeline.drain();
      batch = await this.#resolve(entries);
    }
    for (const key of batch.touched) this.#ahead.add(key);
    this.#first.add(batch.touched);
    await this.#pipeline.add(this.#prepare(batch));
  }

  /** The papers that the records tell of, put together with what the store has of them. */
  async #resolve(entries: readonly { paper: Paper; origin: Origin | undefined }[]): Promise<Batch> {
    const records = entries.flatMap(({ paper, origin }) => (origin ? [{ paper, origin }] : []));
    const plain = entries.filter(({ origin }) => origin === undefined).map(({ paper }) => paper);
    const among = await this.#first.among([...keysOf(records), ...plain.map(({ id }) => id)]);
    const { papers, gone, touched } = await resolveRecords(among, records);
    return {
      among,
      papers: [...papers.map(({ paper }) => paper), ...plain],
      identities: new Map(papers.map(({ paper, identity }) => [paper.id, identity])),
      gone,
      touched: new Set([...touched, ...plain.map(({ id }) => id)]),
      reporting: entries.map(({ paper }) => paper).filter(({ results }) => results !== undefined),
    };
  }

  async #prepare({ papers, identities, gone, touched, among, reporting }: Batch): Promise<Prepared> {
    const compared = await sortPapers(among, papers, this.#version, identities);
    const sorted = this.options.reExtract ? compared.map(toReExtract) : compared;
    const links = new Map<string, readonly Link[]>();
    const texts: Paper[] = [];
    for (const { paper } of sorted.filter(isStale)) {
      const read = this.#alreadyRead(paper);
      if (read) links.set(paper.id, read);
      else texts.push(paper);
    }
    const found = texts.length > 0 ? await this.tools.extractor.extract(texts) : [];
    for (const [i, { id }] of texts.entries()) links.set(id, this.#link(found[i] ?? []));
    const loadables = sorted.map((entry) => ({ ...entry, links: links.get(entry.paper.id) ?? [] }));
    // The writer's answers are heard in between, so that the store does not wait.
    await breathe();
    return { loadables, rows: prepareBatch(loadables, this.#version, gone), touched, reporting };
  }

  /** What an export says that this very version read. */
  #alreadyRead({ reading }: Paper): readonly Link[] | undefined {
    if (this.options.reExtract || reading?.extractorVersion !== this.#version) return undefined;
    return reading.links.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE);
  }

  #link(found: readonly ExtractedEntity[]) {
    const kept = found.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE);
    return linkPaper(kept, this.tools.lookUp);
  }

  async #write({ loadables, rows, touched, reporting }: Prepared): Promise<void> {
    const { report } = this;
    if (!this.options.dryRun) {
      await Promise.all([writeBatch(this.store, rows, this.#written), this.#readNameList()]);
      await keepExported(this.store, reporting);
    }
    for (const key of touched) this.#ahead.delete(key);
    for (const { need, links } of loadables) {
      report.links += links.length;
      if (need === "new") report.added += 1;
      else if (need === "nothing") report.unchanged += 1;
      else report.changed += 1;
    }
    this.onWritten();
  }

  /** While the store works: the settling pass needs the list, and would wait for it. */
  async #readNameList(): Promise<void> {
    await breathe();
    this.tools.lookUp("");
  }
}

const isStale = ({ need }: Sorted): boolean => need === "new" || need === "changed";

const toReExtract = (sorted: Sorted): Sorted => ({ ...sorted, need: sorted.need === "new" ? "new" : "changed" });
