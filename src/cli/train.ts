import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { train } from "../../ingest/train/train.js";
import { addGoldOptions, type GoldOptions } from "./gold-options.js";
import { wholeNumber } from "./options.js";
import { say, writeJson } from "./output.js";

interface TrainCommandOptions extends GoldOptions {
  readonly corpus?: string;
  readonly lists?: string;
  readonly out: string;
  readonly jobs: number;
  readonly json?: boolean;
}

/** `papergraph train` */
export const addTrain = (program: Command): void => {
  const command = program
    .command("train")
    .description("make weights for the extractor from annotated papers, and measure them by five folds");
  addGoldOptions(command)
    .requiredOption("--out <folder>", "where to write the weights")
    .option("--corpus <file>", "abstracts, JSON Lines, to learn what words and names do (default: what is shipped)")
    .option("--lists <folder>", "name lists, tab-separated (default: those that are shipped)")
    .option("--jobs <n>", "threads that train", wholeNumber(1), availableParallelism())
    .option("--json", "print the sizes of the files as JSON on standard output")
    .action(async ({ papers, gold, corpus, lists, out, jobs, json }: TrainCommandOptions) => {
      const sizes = await train({ papers, gold, corpus, lists, out, threads: jobs, log: say });
      say(`Weights written to ${out}. Use them with --weights ${out}, or PAPERGRAPH_WEIGHTS=${out} for every command.`);
      if (json) await writeJson(sizes);
    });
};
