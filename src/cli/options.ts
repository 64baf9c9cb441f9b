import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";

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
