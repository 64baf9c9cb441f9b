import type { Command } from "commander";
import { PAPERS_PER_BATCH } from "../../ingest/batch-loader.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestReport, ingest, type Reject } from "../../ingest/ingest.js";
import { readSettings } from "../config.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openPatiently } from "./open-patiently.js";
import {
  addExtractorOptions,
  addJobsOption,
  addWaitOption,
  type ExtractorCommandOptions,
  extractorSettings,
  wholeNumber,
} from "./options.js";
import { count, say, writeJson } from "./output.js";
import { ProgressLine } from "./progress.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { sizeOf } from "./size-of.js";

interface IngestCommandOptions extends ReadingOptions, ExtractorCommandOptions {
  readonly dryRun?: boolean;
  readonly maxRejects?: number;
  readonly rejects?: string;
  readonly jobs: number;
  readonly reExtract?: boolean;
  readonly batch: number;
  readonly wait: number;
  readonly json?: boolean;
}

const rejectLine = ({ file, line, code, reason }: Reject): string => `rejected ${file}:${line}: ${code}: ${reason}`;

/** What happened, in a sentence or two, for a person. */
const summary = (report: IngestReport, dryRun: boolean): string => {
  const { added, changed, unchanged, rejected, links, seconds } = report;
  const changes = `${added.toLocaleString("en")} new, ${changed.toLocaleString("en")} changed, ${unchanged.toLocaleString("en")} unchanged`;
  const lost = rejected > 0 ? `, ${count(rejected, "record")} rejected` : "";
  const done = `${count(report.read, "paper")} read in ${seconds.toFixed(1)} s: ${changes}${lost}; ${count(links, "link")}.`;
  if (dryRun) return `Dry run, nothing written. ${done}`;
  return added + changed === 0 && rejected === 0 && report.failures.length === 0
    ? `${done} The graph was already up to date.`
    : done;
};

const exitCode = ({ failures, stopped, rejected }: IngestReport): number => {
  if (failures.length > 0 || stopped) return EXIT.failed;
  return rejected > 0 ? EXIT.someRejected : EXIT.done;
};

const sayReport = (report: IngestReport, dryRun: boolean, interrupted: boolean): void => {
  for (const reject of report.rejects) say(rejectLine(reject));
  if (report.rejected > report.rejects.length) {
    say(`... and ${count(report.rejected - report.rejects.length, "more reject", "more rejects")}.`);
  }
  for (const { code, message } of report.failures) say(`error ${code}: ${message}`);
  say(summary(report, dryRun));
  if (interrupted) say("Stopped. Run the same command again to go on: what is loaded is skipped.");
};

/** `papergraph ingest` */
export const addIngest = (program: Command): void => {
  const command = program
    .command("ingest")
    .description("read papers, extract what they mention, load it into the graph");
  addWaitOption(addJobsOption(addExtractorOptions(addReadingOptions(command))))
    .option("--dry-run", "read and extract, but write nothing")
    .option("--max-rejects <n>", "stop when more records than this are rejected", wholeNumber(0))
    .option("--rejects <file>", "write rejected records there, as JSON Lines with their reasons")
    .option("--re-extract", "extract also the papers that are in the graph unchanged")
    .option("--batch <n>", "papers of one transaction", wholeNumber(1), PAPERS_PER_BATCH)
    .option("--json", "print the report as JSON on standard output")
    .action(async (files: string[], options: IngestCommandOptions) => {
      const { store: storeSettings, extractor } = readSettings(extractorSettings(options));
      const signal = onInterrupt(
        "Finishing the batch under way and settling what is loaded. Once more to end at once.",
      );
      const progress = new ProgressLine({ size: await sizeOf(files) });
      const store = await openPatiently(storeSettings, options.wait, signal);
      const tools = createIngestTools(options.jobs, extractor);
      try {
        const report = await ingest(store, tools, {
          files,
          format: options.format,
          collection: options.collection,
          map: options.map,
          dryRun: options.dryRun,
          maxRejects: options.maxRejects,
          rejectsFile: options.rejects,
          reExtract: options.reExtract,
          batch: options.batch,
          signal,
          onBytes: progress.addBytes,
          onProgress: ({ phase, read, rejected, settled }) =>
            progress.update(
              phase === "settling"
                ? { phase, done: settled, rejected, unit: "entities" }
                : { phase, done: read, rejected },
            ),
        });
        progress.end();
        sayReport(report, options.dryRun ?? false, signal.aborted);
        if (options.json) await writeJson(report);
        process.exitCode = exitCode(report);
      } finally {
        await tools.extractor.close();
        await store.close();
      }
    });
};
