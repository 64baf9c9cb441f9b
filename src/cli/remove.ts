import type { Command } from "commander";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { listFiles, readPapers } from "../../ingest/read/read-papers.js";
import { type RemoveReport, remove } from "../../ingest/remove.js";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openPatiently } from "./open-patiently.js";
import { addWaitOption } from "./options.js";
import { count, say, writeJson } from "./output.js";
import { ProgressLine } from "./progress.js";

interface RemoveCommandOptions {
  readonly collection?: string;
  readonly from?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly wait: number;
}

/** `papergraph remove` */
export const addRemove = (program: Command): void => {
  const command = program
    .command("remove")
    .description("take papers out of the graph, with what only they mention")
    .argument("[ids...]", "ids of papers, arXiv ids, DOIs or their addresses");
  addWaitOption(command)
    .option("--from <files...>", "the papers that are in these files")
    .option("--collection <name>", "papers leave this collection; those in no other one are deleted")
    .option("--dry-run", "say what would be removed, but write nothing")
    .option("--json", "print the report as JSON on standard output")
    .action(run);
};

const run = async (ids: readonly string[], options: RemoveCommandOptions): Promise<void> => {
  const { collection, from, dryRun } = options;
  if (ids.length === 0 && from === undefined && collection === undefined) {
    throw new PapergraphError("BAD_USAGE", "Name the papers: by their ids, by --from FILE, or by --collection NAME.");
  }
  const { store: settings } = readSettings();
  const files = await listFiles(from ?? []);
  const signal = onInterrupt("Finishing the batch under way and settling. Once more to end at once.");
  const store = await openPatiently(settings, options.wait, signal);
  const progress = new ProgressLine();
  try {
    const report = await remove(store, lookUpName, {
      ids: ids.length > 0 || from ? idsOf(ids, files) : undefined,
      collection,
      dryRun,
      signal,
      onProgress: (phase, done) =>
        progress.update({ phase, done, rejected: 0, unit: phase === "settling" ? "entities" : "papers" }),
    });
    progress.end();
    sayReport(report, options);
    if (options.json) await writeJson(report);
    if (report.stopped) process.exitCode = EXIT.failed;
  } finally {
    await store.close();
  }
};

async function* idsOf(ids: readonly string[], files: readonly string[]): AsyncGenerator<string> {
  yield* ids;
  for (const file of files) {
    for await (const item of readPapers(file, {})) {
      if (item.kind === "paper") yield item.paper.id;
      else say(`rejected ${item.file}:${item.line}: ${item.code}: ${item.reason}`);
    }
  }
}

const sayReport = (report: RemoveReport, { collection, dryRun }: RemoveCommandOptions): void => {
  const { deleted, left, unknown, unknownIds, seconds, stopped } = report;
  if (unknown > 0) {
    const more = unknown > unknownIds.length ? ", ..." : "";
    const where = collection === undefined ? "the graph" : `the collection ${collection}`;
    say(`Not in ${where}: ${unknownIds.join(", ")}${more} (${count(unknown, "paper")}).`);
  }
  const leaving = left > 0 ? `; ${count(left, "paper")} left the collection and stay in others` : "";
  const done = `${count(deleted, "paper")} deleted in ${seconds.toFixed(1)} s${leaving}.`;
  say(dryRun ? `Dry run, nothing written. ${done}` : done);
  if (stopped) say("Stopped. Run the same command again to go on.");
};
