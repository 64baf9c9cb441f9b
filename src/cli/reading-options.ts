import { type Command, Option } from "commander";
import { FORMATS, type FormatName } from "../../ingest/read/read-papers.js";

/** What `ingest` and `extract` share: which papers to read, and how. */
export interface ReadingOptions {
  readonly format?: FormatName;
  readonly collection?: string;
}

export const addReadingOptions = (command: Command): Command =>
  command
    .argument("<files...>", "files or folders, gzipped or not; - for standard input")
    .addOption(new Option("--format <name>", "format of the files (default: seen from their content)").choices(FORMATS))
    .option("--collection <name>", "collection that the papers belong to; a paper may be in several");
