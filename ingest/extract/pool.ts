import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { Piscina } from "piscina";
import { PapergraphError } from "../../src/errors.js";
import { packageRoot } from "../../src/package-root.js";
import { createExtractor, type ExtractorOptions } from "./create-extractor.js";
import type { ExtractedEntity, Extractor, PaperText } from "./extractor.js";

/** Extraction spread over cores. */
export interface ExtractorPool {
  /** What each paper mentions, in the order of the papers, however many threads there are. Calls may overlap. */
  extract(papers: readonly PaperText[]): Promise<ExtractedEntity[][]>;
  close(): Promise<void>;
}

/** Papers that a thread takes at a time: few, so that all threads end a batch together. */
const PAPERS_PER_TASK = 25;

/** Threads cost the loading of an extractor each; so many papers must have come before they are worth it. */
const WORTH_THREADS = 200;

export interface PoolOptions extends ExtractorOptions {
  readonly jobs: number;
  /** An extractor of the same options, to use until there are threads; without it one is made when the first paper comes. */
  readonly local?: Extractor;
}

/** Works here until there is enough to do, then on threads. */
class ThreadPool implements ExtractorPool {
  readonly #options: PoolOptions;
  #local: Extractor | undefined;
  #threads: Piscina<readonly PaperText[], ExtractedEntity[][]> | undefined;
  #seen = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#local = options.local;
  }

  async extract(papers: readonly PaperText[]): Promise<ExtractedEntity[][]> {
    this.#seen += papers.length;
    if (!this.#threads && this.#seen < WORTH_THREADS) return this.#extractHere(papers);
    this.#threads ??= startThreads(this.#options);
    const tasks: Promise<ExtractedEntity[][]>[] = [];
    for (let i = 0; i < papers.length; i += PAPERS_PER_TASK) {
      // Only the text travels to the thread.
      const texts = papers.slice(i, i + PAPERS_PER_TASK).map(({ id, title, abstract }) => ({ id, title, abstract }));
      tasks.push(this.#threads.run(texts));
    }
    return (await Promise.all(tasks)).flat();
  }

  async close(): Promise<void> {
    await this.#threads?.destroy();
  }

  async #extractHere(papers: readonly PaperText[]): Promise<ExtractedEntity[][]> {
    this.#local ??= createExtractor(this.#options);
    const found: ExtractedEntity[][] = [];
    for (const paper of papers) {
      found.push(this.#local.extract(paper));
      // Signals and the store's answers are heard in between.
      await breathe();
    }
    return found;
  }
}

function startThreads({ jobs, weights, names }: PoolOptions): Piscina<readonly PaperText[], ExtractedEntity[][]> {
  // Compiled code also when the program runs from its sources: a thread has no TypeScript loader.
  const filename = join(packageRoot, "dist/ingest/extract/extract-worker.js");
  if (!existsSync(filename)) {
    throw new PapergraphError("BAD_USAGE", `${filename} is missing. Run "npm run build" first.`, { file: filename });
  }
  return new Piscina({ filename, minThreads: jobs, maxThreads: jobs, execArgv: [], workerData: { weights, names } });
}

/**
 * A pool of `jobs` threads beside the calling one, started when there is enough to do; close it, or they keep the process
 * alive.
 */
export const createPool = (options: PoolOptions): ExtractorPool => new ThreadPool(options);
