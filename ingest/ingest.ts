import { appendFile, writeFile } from "node:fs/promises";
import { type ErrorCode, PapergraphError } from "../src/errors.js";
import type { Store } from "../src/store/store.js";
import { BatchLoader, PAPERS_PER_BATCH } from "./batch-loader.js";
import { DryRunPapers } from "./dry-run.js";
import type { ExtractorPool } from "./extract/pool.js";
import type { LookUpName } from "./link/link-paper.js";
import { writeAndSettle } from "./load/write-and-settle.js";
import { type ColumnMap, type FormatName, listFiles, type ReadItem, readPapers } from "./read/read-papers.js";

/** Rejected records that the report repeats; all of them go to the rejects file. */
const REJECTS_SHOWN = 20;

/** A record that could not be read, with where it stands. */
export type Reject = Extract<ReadItem, { kind: "reject" }>;

export interface IngestOptions {
  /** Files, folders, or `-`. */
  readonly files: readonly string[];
  readonly format?: FormatName | undefined;
  readonly collection?: string | undefined;
  /** Columns of tables. */
  readonly map?: ColumnMap | undefined;
  /** Reads, extracts and compares with the store, but writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Stop when more records than this are rejected. */
  readonly maxRejects?: number | undefined;
  /** JSON Lines of every rejected record; written anew. */
  readonly rejectsFile?: string | undefined;
  /** Extracts also the papers that are in the graph unchanged. */
  readonly reExtract?: boolean | undefined;
  /** Papers of one transaction; PAPERS_PER_BATCH where it is not given. */
  readonly batch?: number | undefined;
  /** Finishes the batch under way, settles what was loaded, and stops. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the size of each piece read from the files. */
  readonly onBytes?: ((count: number) => void) | undefined;
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
  readonly extractor: ExtractorPool;
  /** The extractor's version. */
  readonly version: string;
  readonly lookUp: LookUpName;
}

/**
 * Reads papers, extracts what they mention, links and loads them: batch by batch, each one transaction, then the settling
 * pass. Unchanged papers are skipped. Throws only what stops everything (the store gone, a file that does not exist);
 * faults of single records and files are in the report.
 */
export async function ingest(store: Store, tools: IngestTools, options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const report = emptyReport();
  const { format, collection, map, onBytes } = options;
  const files = await listFiles(options.files);
  // Of this run alone; made at once, so that a path that cannot be written to is told before the work.
  if (options.rejectsFile !== undefined) await writeFile(options.rejectsFile, "");
  const tell = teller(report, options);
  await writeAndSettle(store, tools.lookUp, { dryRun: options.dryRun, onSettled: tell.settled }, async () => {
    const loader = new BatchLoader(store, tools, options, report, tell.written);
    const dry = options.dryRun ? new DryRunPapers(options.batch ?? PAPERS_PER_BATCH) : undefined;
    for (const file of files) {
      if (report.stopped) break;
      try {
        for await (const item of readPapers(file, { format, collection, map, onBytes })) {
          if (item.kind === "reject") await reject(item, options, report);
          else {
            dry?.add(item.paper, item.origin);
            await loader.add(item.paper, item.origin);
          }
          if (options.signal?.aborted) report.stopped = true;
          if (report.stopped) break;
        }
      } catch (error) {
        if (!(error instanceof PapergraphError) || error.blame !== "input") throw error;
        report.failures.push({ file, code: error.code, message: error.message });
      }
    }
    await loader.end();
    await dry?.correct(store, report);
  });
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

export const emptyReport = (): IngestReport => ({
  ...{ read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, links: 0, settled: 0, seconds: 0 },
  ...{ rejects: [], failures: [], stopped: false },
});

/** Tells how far it is, after each batch that was written or settled. */
export const teller = (report: IngestReport, { onProgress }: Pick<IngestOptions, "onProgress">) => {
  const tell = (phase: Progress["phase"]) => {
    const { read, rejected, links, settled } = report;
    onProgress?.({ phase, read, rejected, links, settled });
  };
  return {
    written: () => tell("loading"),
    settled: (settled: number) => {
      report.settled = settled;
      tell("settling");
    },
  };
};

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
