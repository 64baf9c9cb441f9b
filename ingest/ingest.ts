import { appendFile } from "node:fs/promises";
import { type ErrorCode, PapergraphError } from "../src/errors.js";
import type { Store } from "../src/store/store.js";
import type { Extractor } from "./extract/extractor.js";
import { KEEP_CONFIDENCE } from "./extract/extractor.js";
import { type LookUpName, linkPaper } from "./link/link-paper.js";
import { type Loadable, loadBatch, type Sorted, sortPapers } from "./load/load-batch.js";
import { settle } from "./load/settle.js";
import type { Paper } from "./paper.js";
import { type FormatName, listFiles, type ReadItem, readPapers } from "./read/read-papers.js";

/** Papers read, extracted and written at a time: one transaction. */
const PAPERS_PER_BATCH = 500;
/** Rejected records that the report repeats; all of them go to the rejects file. */
const REJECTS_SHOWN = 20;

/** A record that could not be read, with where it stands. */
export type Reject = Extract<ReadItem, { kind: "reject" }>;

export interface IngestOptions {
  /** Files, folders, or `-`. */
  readonly files: readonly string[];
  readonly format?: FormatName | undefined;
  readonly collection?: string | undefined;
  /** Reads, extracts and compares with the store, but writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Stop when more records than this are rejected. */
  readonly maxRejects?: number | undefined;
  /** JSON Lines of every rejected record. */
  readonly rejectsFile?: string | undefined;
  /** Finishes the batch under way, settles what was loaded, and stops. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Progress {
  readonly phase: "loading" | "settling";
  readonly read: number;
  readonly rejected: number;
  readonly links: number;
  readonly settled: number;
}

export interface IngestReport {
  /** Records that were papers. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Relationships written. */
  links: number;
  /** Entities decided anew. */
  settled: number;
  seconds: number;
  /** The first rejected records. */
  rejects: Reject[];
  /** Files that could not be read to their end; the papers before the fault are loaded. */
  failures: { file: string; code: ErrorCode; message: string }[];
  /** True when the signal or --max-rejects ended it early. */
  stopped: boolean;
}

/** What ingest needs besides the store. */
export interface IngestTools {
  readonly extractor: Extractor;
  readonly lookUp: LookUpName;
}

/**
 * Reads papers, extracts what they mention, links and loads them: batch by batch, each one transaction, then the settling
 * pass. Unchanged papers are skipped. Throws only what stops everything (the store gone, a file that does not exist);
 * faults of single records and files are in the report.
 */
export async function ingest(store: Store, tools: IngestTools, options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const report: IngestReport = {
    ...{ read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, links: 0, settled: 0, seconds: 0 },
    ...{ rejects: [], failures: [], stopped: false },
  };
  const progress = (phase: Progress["phase"]) => {
    const { read, rejected, links, settled } = report;
    options.onProgress?.({ phase, read, rejected, links, settled });
  };
  const files = await listFiles(options.files);
  let batch = new Map<string, Paper>();
  const flush = async () => {
    await writeBatch(store, tools, [...batch.values()], options, report);
    batch = new Map();
    progress("loading");
  };
  try {
    for (const file of files) {
      try {
        for await (const item of readPapers(file, { format: options.format, collection: options.collection })) {
          if (options.signal?.aborted) report.stopped = true;
          if (item.kind === "reject") await reject(item, options, report);
          else {
            report.read += 1;
            // The same paper again in one batch: the later record stands, as it would in a batch of its own.
            batch.delete(item.paper.id);
            batch.set(item.paper.id, item.paper);
          }
          if (batch.size >= PAPERS_PER_BATCH || report.stopped) await flush();
          if (report.stopped) break;
        }
      } catch (error) {
        if (!(error instanceof PapergraphError) || error.blame !== "input") throw error;
        report.failures.push({ file, code: error.code, message: error.message });
      }
      if (report.stopped) break;
    }
    await flush();
  } finally {
    // What was loaded is settled even when the reading ended in an error, so that counts are exact.
    if (!options.dryRun)
      await settle(store, tools.lookUp, {
        onProgress: (settled) => {
          report.settled = settled;
          progress("settling");
        },
      });
  }
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

async function writeBatch(
  store: Store,
  tools: IngestTools,
  papers: readonly Paper[],
  options: IngestOptions,
  report: IngestReport,
): Promise<void> {
  if (papers.length === 0) return;
  const version = extractionVersion(tools.extractor);
  const sorted = await sortPapers(store, papers, version);
  const batch = sorted.map((entry): Loadable => ({ ...entry, links: linksOf(entry, tools) }));
  if (options.dryRun) report.links += batch.reduce((sum, { links }) => sum + links.length, 0);
  else report.links += await loadBatch(store, batch, version);
  for (const { need } of sorted) {
    if (need === "new") report.added += 1;
    else if (need === "nothing") report.unchanged += 1;
    else report.changed += 1;
  }
}

function linksOf({ paper, need }: Sorted, { extractor, lookUp }: IngestTools) {
  if (need !== "new" && need !== "changed") return [];
  const found = extractor.extract(paper).filter(({ confidence }) => confidence >= KEEP_CONFIDENCE);
  return linkPaper(found, lookUp);
}

/** Changes whenever the links of a paper may change: the extractor's version and the linker's. */
const LINKER_VERSION = 1;
export const extractionVersion = (extractor: Extractor): string => `${extractor.version}+link.${LINKER_VERSION}`;

async function reject(item: Reject, options: IngestOptions, report: IngestReport): Promise<void> {
  report.rejected += 1;
  if (report.rejects.length < REJECTS_SHOWN) report.rejects.push(item);
  if (options.rejectsFile !== undefined) await appendFile(options.rejectsFile, `${JSON.stringify(item)}\n`);
  if (options.maxRejects !== undefined && report.rejected > options.maxRejects) {
    report.stopped = true;
    const got = `${report.rejected} records were rejected, ${options.maxRejects} are allowed by --max-rejects`;
    const message = `${got}. What was loaded before stays. Mend the records or raise --max-rejects.`;
    report.failures.push({ file: item.file, code: "TOO_MANY_REJECTS", message });
  }
}
