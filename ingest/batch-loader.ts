import type { Store } from "../src/store/store.js";
import { type ExtractedEntity, KEEP_CONFIDENCE } from "./extract/extractor.js";
import { extractionVersion } from "./extraction-version.js";
import type { IngestOptions, IngestReport, IngestTools } from "./ingest.js";
import { type Link, linkPaper } from "./link/link-paper.js";
import { BatchPipeline } from "./load/batch-pipeline.js";
import { type Loadable, loadBatch, type Sorted, sortPapers } from "./load/load-batch.js";
import type { Paper } from "./paper.js";

/** Papers read, extracted and written at a time: one transaction. */
export const PAPERS_PER_BATCH = 500;
/** Batches under way at a time: one that is written, two that are extracted, so that no thread waits for the writer. */
const BATCHES_AHEAD = 3;

/** Gathers papers into batches; extracts some batches ahead and writes them in order, one at a time. */
export class BatchLoader {
  #batch = new Map<string, Paper>();
  /** Ids of the batches that are not written yet. */
  readonly #ahead = new Set<string>();
  readonly #version: string;
  readonly #pipeline: BatchPipeline<Loadable[]>;

  constructor(
    readonly store: Store,
    readonly tools: IngestTools,
    readonly options: Pick<IngestOptions, "batch" | "dryRun" | "reExtract">,
    readonly report: IngestReport,
    readonly onWritten: () => void,
  ) {
    this.#version = extractionVersion(tools.version);
    this.#pipeline = new BatchPipeline((batch) => this.#write(batch), BATCHES_AHEAD);
  }

  async add(paper: Paper): Promise<void> {
    this.report.read += 1;
    // The same paper again in one batch: the later record stands, as it would in a batch of its own.
    this.#batch.delete(paper.id);
    this.#batch.set(paper.id, paper);
    if (this.#batch.size >= (this.options.batch ?? PAPERS_PER_BATCH)) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#pipeline.drain();
  }

  async #flush(): Promise<void> {
    const papers = [...this.#batch.values()];
    this.#batch = new Map();
    // A paper that comes again must be compared with what the batch before it wrote.
    if (papers.some(({ id }) => this.#ahead.has(id))) await this.#pipeline.drain();
    for (const { id } of papers) this.#ahead.add(id);
    if (papers.length > 0) await this.#pipeline.add(this.#prepare(papers));
  }

  async #prepare(papers: readonly Paper[]): Promise<Loadable[]> {
    const compared = await sortPapers(this.store, papers, this.#version);
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
    return sorted.map((entry) => ({ ...entry, links: links.get(entry.paper.id) ?? [] }));
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

  async #write(batch: readonly Loadable[]): Promise<void> {
    const { report } = this;
    if (!this.options.dryRun) await loadBatch(this.store, batch, this.#version);
    for (const { paper, need, links } of batch) {
      this.#ahead.delete(paper.id);
      report.links += links.length;
      if (need === "new") report.added += 1;
      else if (need === "nothing") report.unchanged += 1;
      else report.changed += 1;
    }
    this.onWritten();
  }
}

const isStale = ({ need }: Sorted): boolean => need === "new" || need === "changed";

const toReExtract = (sorted: Sorted): Sorted => ({ ...sorted, need: sorted.need === "new" ? "new" : "changed" });
