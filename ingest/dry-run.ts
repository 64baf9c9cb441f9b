import type { Store } from "../src/store/store.js";
import type { Origin } from "./identify-record.js";
import { groupRecords } from "./identity/group.js";
import { markOf, type PaperRecord } from "./identity/paper-record.js";
import { findPapers, lookUpKeys } from "./identity/stored-papers.js";
import type { IngestReport } from "./ingest.js";
import type { Paper } from "./paper.js";

interface Seen {
  readonly batch: number;
  readonly mark: string;
}

/**
 * Which records of a run that writes nothing are of one paper, though they come in different batches: a run that writes
 * would find the first of them in the graph. Holds the records without their abstracts.
 */
export class DryRunPapers {
  readonly #seen = new Map<PaperRecord, Seen>();
  readonly #perBatch: number;
  #batch = 0;
  #keys = new Set<string>();

  constructor(perBatch: number) {
    this.#perBatch = perBatch;
  }

  /** To be called for each paper, in the order in which the batches take them. */
  add(paper: Paper, origin: Origin): void {
    this.#seen.set(
      { paper: { ...paper, abstract: "" }, origin },
      { batch: this.#batch, mark: markOf({ paper, origin }) },
    );
    this.#keys.add(origin.key);
    if (this.#keys.size < this.#perBatch) return;
    this.#keys = new Set();
    this.#batch += 1;
  }

  /** Counts a new paper once: what comes of it in later batches is a change, or none where it says the same. */
  async correct(store: Store, report: IngestReport): Promise<void> {
    for (const group of groupRecords([...this.#seen.keys()])) {
      const [first, ...later] = this.#batchesOf(group);
      if (first === undefined || later.length === 0) continue;
      const stored = await findPapers(store, [...new Set(group.flatMap(lookUpKeys))]);
      if (stored.size > 0) continue;
      const known = new Set(first);
      for (const marks of later) {
        report.added -= 1;
        if (marks.every((mark) => known.has(mark))) report.unchanged += 1;
        else report.changed += 1;
        for (const mark of marks) known.add(mark);
      }
    }
  }

  /** The marks of a paper's records, by batch. */
  #batchesOf(group: readonly PaperRecord[]): string[][] {
    const batches = new Map<number, string[]>();
    for (const record of group) {
      const { batch, mark } = this.#seen.get(record)!;
      batches.set(batch, [...(batches.get(batch) ?? []), mark]);
    }
    return [...batches].sort(([a], [b]) => a - b).map(([, marks]) => marks);
  }
}
