import type { Command } from "commander";
import { createExtractor, type ExtractorOptions } from "../../ingest/extract/create-extractor.js";
import { explain } from "../../ingest/extract/explain.js";
import { type ExtractedEntity, KEEP_CONFIDENCE, LEAST_CONFIDENCE } from "../../ingest/extract/extractor.js";
import { createPool, type ExtractorPool } from "../../ingest/extract/pool.js";
import { explainLink } from "../../ingest/link/explain-link.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { BatchPipeline } from "../../ingest/load/batch-pipeline.js";
import type { Paper } from "../../ingest/paper.js";
import { listFiles, readPapers } from "../../ingest/read/read-papers.js";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { EXIT } from "./exit-codes.js";
import { type ExplainedPaper, explanationText } from "./explain.js";
import { onInterrupt } from "./interrupt.js";
import { addExtractorOptions, addJobsOption, type ExtractorCommandOptions, extractorSettings } from "./options.js";
import { say, sayError, write } from "./output.js";
import { ProgressLine } from "./progress.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { sizeOf } from "./size-of.js";

interface ExtractOptions extends ReadingOptions, ExtractorCommandOptions {
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly jobs: number;
}

/** Papers read before they are extracted and printed. */
const BATCH = 50;
/** Batches that may be extracted and not yet printed, for each thread. */
const AHEAD = 3;

/** What papers mention, as it is printed. */
type Describe = (papers: readonly Paper[]) => Promise<string>;

/** One line of output: a paper and what it mentions. */
const lineOf = ({ id, title }: Paper, found: readonly ExtractedEntity[]): string => {
  const entities = found.map(({ name, type, surfaces, role, confidence, spans }) => ({
    ...{ name, type, surfaces, role, confidence, spans },
  }));
  return `${JSON.stringify({ id, title, entities })}\n`;
};

const told = <T extends ExtractedEntity>(found: readonly T[], all = false): T[] =>
  found.filter(({ confidence }) => confidence >= (all ? LEAST_CONFIDENCE : KEEP_CONFIDENCE));

const describeBy =
  (pool: ExtractorPool, { all }: ExtractOptions): Describe =>
  async (papers) => {
    const found = await pool.extract(papers);
    return papers.map((paper, i) => lineOf(paper, told(found[i] ?? [], all))).join("");
  };

/** The same with reasons: one paper after the other, on one thread. */
const explainBy = (settings: ExtractorOptions, { all, json }: ExtractOptions): Describe => {
  const extractor = createExtractor(settings);
  const explained = (paper: Paper): ExplainedPaper => {
    const found = told(explain(extractor, paper), all);
    const entities = found.map((entity) => ({ ...entity, link: explainLink(entity, found, lookUpName) }));
    return { id: paper.id, title: paper.title, entities };
  };
  const print = json ? (paper: ExplainedPaper) => `${JSON.stringify(paper)}\n` : explanationText;
  return async (papers) => papers.map((paper) => print(explained(paper))).join("");
};

class Extraction {
  read = 0;
  rejected = 0;
  /** Whether a file could not be read to its end. */
  failed = false;
  #batch: Paper[] = [];
  readonly #describe: Describe;
  readonly #options: ExtractOptions;
  readonly #progress: ProgressLine;
  /** Extracts several batches at once and writes them in the order of the papers. */
  readonly #batches: BatchPipeline<string>;

  constructor(describe: Describe, options: ExtractOptions, progress: ProgressLine) {
    this.#describe = describe;
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
    const lines = await this.#describe(papers);
    this.read += papers.length;
    this.#progress.update({ phase: "extracting", done: this.read, rejected: this.rejected });
    return lines;
  }
}

/** `papergraph extract` */
export const addExtract = (program: Command): void => {
  const command = program
    .command("extract")
    .description("read papers and print what they mention, as JSON Lines; no store");
  addJobsOption(addExtractorOptions(addReadingOptions(command)))
    .option("--all", "also entities too doubtful for the graph")
    .option("--explain", "tell of each entity its mentions, what the tagger says, what decided, and the link")
    .option("--json", "explanations as JSON Lines")
    .action(async (files: string[], options: ExtractOptions) => {
      const { extractor: settings } = readSettings(extractorSettings(options));
      const signal = onInterrupt("Finishing the papers under way. Once more to end at once.");
      const progress = new ProgressLine({ size: await sizeOf(files) });
      const pool = createPool({ ...settings, jobs: options.jobs });
      const describe = options.explain ? explainBy(settings, options) : describeBy(pool, options);
      const extraction = new Extraction(describe, options, progress);
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
