import type { Command } from "commander";
import { listFiles } from "../../ingest/read/read-papers.js";
import { type ImportReport, importResults, type Listed } from "../../ingest/results/import-results.js";
import { listResults } from "../../ingest/results/list-results.js";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openPatiently } from "./open-patiently.js";
import { addWaitOption } from "./options.js";
import { count, say, write, writeJson } from "./output.js";
import { ProgressLine } from "./progress.js";
import { sizeOf } from "./size-of.js";

interface ResultsOptions {
  readonly paper?: string;
  readonly model?: string;
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly wait: number;
}

/** `papergraph results` */
export const addResults = (program: Command): void => {
  const command = program
    .command("results")
    .description("read what papers of the graph report on datasets: tables of Papers with Code, model cards, rows")
    .argument("[files...]", "files or folders, gzipped or not; - for standard input (see docs/results.md)");
  addWaitOption(command)
    .option("--paper <id>", "paper of the results that name none, such as a model card's")
    .option("--model <name>", "model of the results of model cards and .eval_results")
    .option("--list", "print the results that the graph has, as JSON Lines that can be read again")
    .option("--dry-run", "read the files and say what is new in them, but write nothing")
    .option("--json", "print the report as JSON on standard output")
    .action(run);
};

const run = async (paths: readonly string[], options: ResultsOptions): Promise<void> => {
  if ((paths.length === 0) === (options.list !== true)) {
    throw new PapergraphError("BAD_USAGE", "Name files of results, or say --list.");
  }
  const { store: settings } = readSettings();
  const files = await listFiles(paths);
  const signal = onInterrupt("Finishing the batch under way. Once more to end at once.");
  const store = await openPatiently(settings, options.wait, signal);
  try {
    if (options.list) {
      for await (const row of listResults(store)) await write(`${JSON.stringify(row)}\n`);
      return;
    }
    const progress = new ProgressLine({ size: await sizeOf(files) });
    const report = await importResults(store, {
      ...{ files, signal, paper: options.paper, model: options.model, dryRun: options.dryRun },
      onBytes: progress.addBytes,
      onProgress: (done, rejected) => progress.update({ phase: "loading", done, rejected, unit: "results" }),
    });
    progress.end();
    sayReport(report, options.dryRun ?? false);
    if (options.json) await writeJson(report);
    process.exitCode = exitCode(report);
  } finally {
    await store.close();
  }
};

const exitCode = ({ failures, stopped, rejected }: ImportReport): number => {
  if (failures.length > 0 || stopped) return EXIT.failed;
  return rejected > 0 ? EXIT.someRejected : EXIT.done;
};

const sayReport = (report: ImportReport, dryRun: boolean): void => {
  const { read, added, changed, unchanged, blank, rejected, rejects, withoutPaper, ofUnknownPapers, seconds } = report;
  for (const { file, line, code, reason } of rejects) say(`rejected ${file}:${line}: ${code}: ${reason}`);
  if (rejected > rejects.length) say(`... and ${count(rejected - rejects.length, "more reject", "more rejects")}.`);
  for (const { code, message } of report.failures) say(`error ${code}: ${message}`);
  if (ofUnknownPapers > 0) {
    const papers = count(report.unknownPapers.count, "paper");
    say(
      `${count(ofUnknownPapers, "result")} of ${papers} that the graph does not have: ${shown(report.unknownPapers)}.`,
    );
  }
  if (withoutPaper > 0) say(`${count(withoutPaper, "result")} left out, since they name no paper.`);
  sayNames("Kept under names of datasets that the graph does not have", report.unknownDatasets);
  sayNames("Names that several datasets have, counted for the one in most papers", report.ambiguousDatasets);
  const number = (n: number): string => n.toLocaleString("en");
  const others = [
    ...(blank > 0 ? [`${count(blank, "cell")} without a value`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
  ];
  const kept = `${number(added)} new, ${number(changed)} changed, ${number(unchanged)} unchanged`;
  const done = [`${count(read, "result")} read in ${seconds.toFixed(1)} s: ${kept}`, ...others].join("; ");
  say(dryRun ? `Dry run, nothing written. ${done}.` : `${done}.`);
  if (report.stopped) say("Stopped. Run the same command again to go on: what is there is skipped.");
};

const shown = ({ count, first }: Listed): string => first.join(", ") + (count > first.length ? ", ..." : "");

const sayNames = (what: string, names: Listed): void => {
  if (names.count > 0) say(`${what}: ${shown(names)} (${count(names.count, "name")}).`);
};
