import type { Command } from "commander";
import { PAPERS_PER_BATCH } from "../../ingest/batch-loader.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { extractionVersion } from "../../ingest/extraction-version.js";
import { reExtract } from "../../ingest/re-extract.js";
import { readSettings } from "../config.js";
import { statement } from "../store/statements.js";
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

interface ReExtractCommandOptions extends ExtractorCommandOptions {
  readonly all?: boolean;
  readonly jobs: number;
  readonly batch: number;
  readonly wait: number;
  readonly json?: boolean;
}

/** `papergraph re-extract` */
export const addReExtract = (program: Command): void => {
  const command = program
    .command("re-extract")
    .description("read the stored papers anew that another version of the extractor has read; needs no files");
  addWaitOption(addJobsOption(addExtractorOptions(command)))
    .option("--all", "also the papers that this version has read")
    .option("--batch <n>", "papers of one transaction", wholeNumber(1), PAPERS_PER_BATCH)
    .option("--json", "print the report as JSON on standard output")
    .action(run);
};

const run = async ({ all, jobs, batch, wait, json, ...options }: ReExtractCommandOptions): Promise<void> => {
  const { store: settings, extractor } = readSettings(extractorSettings(options));
  const signal = onInterrupt("Finishing the batch under way and settling. Once more to end at once.");
  const store = await openPatiently(settings, wait, signal);
  const tools = createIngestTools(jobs, extractor);
  const progress = new ProgressLine();
  try {
    const readers = await store.read<{ version: string; papers: number }>(statement("meta/list-extractors"));
    const current = extractionVersion(tools.version);
    const due = readers.filter(({ version }) => all || version !== current).reduce((sum, one) => sum + one.papers, 0);
    const report = await reExtract(store, tools, {
      ...{ all, batch, signal },
      onProgress: ({ phase, read, settled }) =>
        progress.update(
          phase === "settling"
            ? { phase, done: settled, rejected: 0, unit: "entities" }
            : { phase: "extracting", done: read, rejected: 0, fraction: due > 0 ? read / due : undefined },
        ),
    });
    progress.end();
    say(
      `${count(report.changed, "paper")} read anew in ${report.seconds.toFixed(1)} s: ${count(report.links, "link")}.`,
    );
    if (report.stopped) say("Stopped. Run the same command again to go on.");
    if (json) await writeJson(report);
    if (report.stopped) process.exitCode = EXIT.failed;
  } finally {
    await tools.extractor.close();
    await store.close();
  }
};
