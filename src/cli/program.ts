import { Command, CommanderError } from "commander";
import { PapergraphError } from "../errors.js";
import { version } from "../package-root.js";
import { addCurate } from "./curate.js";
import { addDoctor } from "./doctor.js";
import { addEvaluate } from "./evaluate.js";
import { EXIT, exitCodeOf } from "./exit-codes.js";
import { addExport } from "./export.js";
import { addExtract } from "./extract.js";
import { addIngest } from "./ingest.js";
import { addManifest } from "./manifest.js";
import { sayError } from "./output.js";
import { addQuery } from "./query.js";
import { addReExtract } from "./re-extract.js";
import { addRemove } from "./remove.js";
import { addResults } from "./results.js";
import { addServe } from "./serve.js";
import { addStart } from "./start.js";
import { addTrain } from "./train.js";

const SETTINGS = `
Settings are environment variables: PORT, HOST, PAPERGRAPH_DATA (folder of the embedded store, ./data), NEO4J_URI (use
Neo4j instead), NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, PAPERGRAPH_WEIGHTS and PAPERGRAPH_NAMES (of the extractor),
CORS_ORIGIN, PAPERGRAPH_ADMIN_TOKEN, TRUSTED_ONLY, TRUSTED_DOCUMENTS, LOG_LEVEL. "papergraph doctor" shows them.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some records were rejected.`;

const createProgram = (): Command => {
  const program = new Command("papergraph")
    .description("A graph over your own papers: the methods, models and datasets that their abstracts mention.")
    .version(version)
    .addHelpText("after", SETTINGS)
    .showHelpAfterError('Run "papergraph --help" or "papergraph COMMAND --help".')
    .exitOverride();
  for (const add of [
    addIngest,
    addRemove,
    addReExtract,
    addCurate,
    addResults,
    addExtract,
    addServe,
    addQuery,
    addExport,
    addTrain,
    addEvaluate,
    addManifest,
    addDoctor,
    addStart,
  ]) {
    add(program);
  }
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
};

/** Runs one command line and sets the exit code. Never throws. */
export const run = async (argv: readonly string[]): Promise<void> => {
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has already said what is wrong, or shown the help that was asked for.
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
      return;
    }
    sayError(error);
    process.exitCode = error instanceof PapergraphError ? exitCodeOf(error) : EXIT.failed;
  }
};
