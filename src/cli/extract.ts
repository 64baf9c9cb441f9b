import type { Command } from "commander";
import { type ExtractedEntity, KEEP_CONFIDENCE } from "../../ingest/extract/extractor.js";
import { createPool, type ExtractorPool } from "../../ingest/extract/pool.js";
import { BatchPipeline } from "../../ingest/load/batch-pipeline.js";
import type { Paper } from "../../ingest/paper.js";
import { listFiles, readPapers } from "../../ingest/read/read-papers.js";
import { PapergraphError } from "../errors.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { addJobsOption } from "./options.js";
import { say, sayError, write } from "./output.js";
import { ProgressLine } from "./progress.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { sizeOf } from "./size-of.js";

interface ExtractOptions extends ReadingOptions {
  readonly all?: boolean;
  readonly jobs: number;
}

/** Papers read before they are extracted and printed. */
const BATCH = 50;
/** Batches that may be extracted and not yet printed, for each thread. */
const AHEAD = 3;

/** One line of output: a paper and what it mentions. */
const lineOf = ({ id, title }: Paper, found: readonly ExtractedEntity[], all: boolean): string => {
  const entities = found
    .filter(({ confidence }) => all || confidence >= KEEP_CONFIDENCE)
    .map(({ name, type, surfaces, role, confidence, spans }) => ({ name, type, surfaces, role, confidence, spans }));
  return `${JSON.stringify({ id, title, entities })}\n`;
};

class Extraction {
  read = 0;
  rejected = 0;
  /** Whether a file could not be read to its end. */
  failed = false;
  #batch: Paper[] = [];
  readonly #pool: ExtractorPool;
  readonly #options: ExtractOptions;
  readonly #progress: ProgressLine;
  /** Extracts several batches at once and writes them in the order of the papers. */
  readonly #batches: BatchPipeline<string>;

  constructor(pool: ExtractorPool, options: ExtractOptions, progress: ProgressLine) {
    this.#pool = pool;
    this.#progress = progress;
    this.#options = options;
    this.#batches = new BatchPipeline(write, AHEAD * options.jobs);
  }

  async run(files: readonly string[], signal: AbortSignal): Promise<void> {
    for (const file of await listFiles(files)) {
      if (signal.aborted) break;
      try {
        await this.#readFile(file, signal);
      } catch (error) {
        // A file that is no use does not keep the others from being read.
        if (!(error instanceof PapergraphError) || error.blame !== "input") throw error;
        this.failed = true;
        sayError(error);
      }
    }
    await this.#send();
    await this.#batches.drain();
    this.#progress.end();
  }

  async #readFile(file: string, signal: AbortSignal): Promise<void> {
    const { format, collection, map } = this.#options;
    for await (const item of readPapers(file, { format, collection, map, onBytes: this.#progress.addBytes })) {
      if (signal.aborted) return;
      if (item.kind === "reject") {
        this.rejected += 1;
        say(`rejected ${item.file}:${item.line}: ${item.code}: ${item.reason}`);
        continue;
      }
      this.#batch.push(item.paper);
      if (this.#batch.length === BATCH) await this.#send();
    }
  }

  async #send(): Promise<void> {
    const papers = this.#batch;
    this.#batch = [];
    await this.#batches.add(this.#linesOf(papers));
  }

  async #linesOf(papers: readonly Paper[]): Promise<string> {
    const found = await this.#pool.extract(papers);
    this.read += papers.length;
    this.#progress.update({ phase: "extracting", done: this.read, rejected: this.rejected });
    return papers.map((paper, i) => lineOf(paper, found[i] ?? [], this.#options.all ?? false)).join("");
  }
}

/** `papergraph extract` */
export const addExtract = (program: Command): void => {
  const command = program
    .command("extract")
    .description("read papers and print what they mention, as JSON Lines; no store");
  addJobsOption(addReadingOptions(command))
    .option("--all", "also entities too doubtful for the graph")
    .action(async (files: string[], options: ExtractOptions) => {
      const signal = onInterrupt("Finishing the papers under way. Once more to end at once.");
      const progress = new ProgressLine({ size: await sizeOf(files) });
      const pool = createPool(options.jobs);
      const extraction = new Extraction(pool, options, progress);
      try {
        await extraction.run(files, signal);
      } finally {
        await pool.close();
      }
      const { read, rejected } = extraction;
      say(`${read} papers read${rejected > 0 ? `, ${rejected} records rejected` : ""}.`);
      if (signal.aborted || extraction.failed) process.exitCode = EXIT.failed;
      else if (rejected > 0) process.exitCode = EXIT.someRejected;
    });
};
