import { Worker } from "node:worker_threads";
import { createExtractor } from "./create-extractor.js";
import type { ExtractedEntity, PaperText } from "./extractor.js";

/** Extraction spread over cores. */
export interface ExtractorPool {
  /** What each paper mentions, in the order of the papers. Calls may overlap; each goes to one core. */
  extract(papers: readonly PaperText[]): Promise<ExtractedEntity[][]>;
  close(): Promise<void>;
}

interface Task {
  readonly papers: readonly PaperText[];
  readonly resolve: (found: ExtractedEntity[][]) => void;
  readonly reject: (error: unknown) => void;
}

/** Worker threads, each with an extractor of its own; a batch waits until one is free. */
class WorkerPool implements ExtractorPool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #busy = new Map<Worker, Task>();
  readonly #waiting: Task[] = [];
  #fault: unknown;

  constructor(size: number) {
    this.#workers = Array.from({ length: size }, () => {
      const worker = new Worker(new URL("./extract-worker.js", import.meta.url));
      worker.on("message", (found: ExtractedEntity[][]) => this.#done(worker, found));
      worker.on("error", (error) => this.#fail(error));
      return worker;
    });
    this.#idle = [...this.#workers];
  }

  extract(papers: readonly PaperText[]): Promise<ExtractedEntity[][]> {
    return new Promise((resolve, reject) => {
      if (this.#fault) return reject(this.#fault);
      this.#waiting.push({ papers, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop()!;
      const task = this.#waiting.shift()!;
      this.#busy.set(worker, task);
      worker.postMessage(task.papers.map(({ id, title, abstract }) => ({ id, title, abstract })));
    }
  }

  #done(worker: Worker, found: ExtractedEntity[][]): void {
    this.#busy.get(worker)?.resolve(found);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    this.#next();
  }

  #fail(error: unknown): void {
    this.#fault = error;
    for (const task of [...this.#busy.values(), ...this.#waiting.splice(0)]) task.reject(error);
    this.#busy.clear();
  }
}

/** A pool of `jobs` cores; with one, the calling thread does the work itself. */
export const createPool = (jobs: number): ExtractorPool => {
  if (jobs > 1) return new WorkerPool(jobs);
  const extractor = createExtractor();
  return {
    extract: async (papers) => papers.map((paper) => extractor.extract(paper)),
    close: async () => {},
  };
};
