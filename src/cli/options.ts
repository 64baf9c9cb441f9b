import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import type { Environment } from "../config.js";

/** A whole number from `least` up, for commander: it names the option and what was given. */
export const wholeNumber =
  (least: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} up.`);
  };

/** `--jobs`: by default one core is left to reading, linking and the store. */
export const addJobsOption = (command: Command): Command =>
  command.option("--jobs <n>", "threads that extract", wholeNumber(1), Math.max(1, availableParallelism() - 1));

/** `--wait`: a server that restarts is back within the default. */
export const addWaitOption = (command: Command): Command =>
  command.option("--wait <seconds>", "how long to wait for a store that went away", wholeNumber(0), 120);

/** What extraction reads beside the papers, where the command line says it. */
export interface ExtractorCommandOptions {
  readonly weights?: string;
  readonly names?: string;
}

/** `--weights`, `--names`: the settings PAPERGRAPH_WEIGHTS and PAPERGRAPH_NAMES for one command. */
export const addExtractorOptions = (command: Command): Command =>
  command
    .option("--weights <folder>", "weights that `train` has written (default: those that are shipped)")
    .option("--names <file>", "names of your own: a name, a tab, its kind, and aliases behind further tabs");

export const extractorSettings = ({ weights, names }: ExtractorCommandOptions): Environment => ({
  PAPERGRAPH_WEIGHTS: weights,
  PAPERGRAPH_NAMES: names,
});
