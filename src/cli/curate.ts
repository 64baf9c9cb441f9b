import type { Command } from "commander";
import { applyDecisions, type CurateReport } from "../../ingest/curate/apply-decisions.js";
import { inOrder } from "../../ingest/curate/curations.js";
import { readDecisions } from "../../ingest/curate/read-curations.js";
import { readDecisionFile } from "../../ingest/curate/read-file.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import type { Store } from "../store/store.js";
import { onInterrupt } from "./interrupt.js";
import { openPatiently } from "./open-patiently.js";
import { addWaitOption } from "./options.js";
import { count, say, write, writeJson } from "./output.js";
import { ProgressLine } from "./progress.js";

interface CurateOptions {
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly wait: number;
}

/** `papergraph curate` */
export const addCurate = (program: Command): void => {
  const command = program
    .command("curate")
    .description(
      "apply curators' decisions: merge, split, rename, retype, add aliases, reject mentions and names, undo",
    )
    .argument("[file]", "JSON Lines or YAML, one decision each, or - for standard input (see docs/curation.md)");
  addWaitOption(command)
    .option("--list", "print the decisions that the graph has, as JSON Lines that can be applied again")
    .option("--dry-run", "read the file and say what is new in it, but write nothing")
    .option("--json", "print the report as JSON on standard output")
    .action(run);
};

const run = async (file: string | undefined, options: CurateOptions): Promise<void> => {
  if ((file === undefined) === (options.list !== true)) {
    throw new PapergraphError("BAD_USAGE", "Name one file of decisions, or say --list.");
  }
  const { store: settings } = readSettings();
  const decisions = file === undefined ? [] : await readDecisionFile(file);
  const signal = onInterrupt("Finishing the batch under way. Run the same command again to go on.");
  const store = await openPatiently(settings, options.wait, signal);
  try {
    if (file === undefined) {
      for (const decision of inOrder(await readDecisions(store))) await write(`${JSON.stringify(decision)}\n`);
      return;
    }
    await apply(store, decisions, options, signal);
  } finally {
    await store.close();
  }
};

const apply = async (
  store: Store,
  decisions: Awaited<ReturnType<typeof readDecisionFile>>,
  { dryRun, json }: CurateOptions,
  signal: AbortSignal,
): Promise<void> => {
  const progress = new ProgressLine();
  const started = performance.now();
  const report = await applyDecisions(store, lookUpName, decisions, {
    dryRun,
    signal,
    onSettled: (done) => progress.update({ phase: "settling", done, rejected: 0, unit: "entities" }),
  });
  progress.end();
  sayReport(report, (performance.now() - started) / 1000, dryRun);
  if (json) await writeJson(report);
};

const sayReport = ({ added, known, settled }: CurateReport, seconds: number, dryRun = false): void => {
  const had = known > 0 ? `, ${count(known, "was", "were")} there already` : "";
  const done = `${count(added, "new decision")}${had}`;
  if (dryRun) say(`Dry run, nothing written. ${done}.`);
  else say(`${done}; ${count(settled, "entity", "entities")} settled in ${seconds.toFixed(1)} s.`);
};
