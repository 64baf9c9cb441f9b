import { type Command, InvalidArgumentError, Option } from "commander";
import { type ColumnMap, FORMATS, type FormatName, parseColumnMap } from "../../ingest/read/read-papers.js";

/** What `ingest` and `extract` share: which papers to read, and how. */
export interface ReadingOptions {
  readonly format?: FormatName;
  readonly collection?: string;
  readonly map?: ColumnMap;
}

const columnMap = (text: string): ColumnMap => {
  try {
    return parseColumnMap(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
};

export const addReadingOptions = (command: Command): Command =>
  command
    .argument("<files...>", "files or folders, gzipped or not; - for standard input")
    .addOption(new Option("--format <name>", "format of the files (default: seen from their content)").choices(FORMATS))
    .option("--map <columns>", "columns of a table by name or number: title=Headline,abstract=5", columnMap)
    .option("--collection <name>", "collection that the papers belong to; a paper may be in several");
