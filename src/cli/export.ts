import { type Command, Option } from "commander";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { EXPORT_FORMATS } from "../export/formats.js";
import { GraphPart } from "../export/graph-part.js";
import { provenanceOf } from "../export/provenance.js";
import { writeFile, writeFolder } from "../export/write-files.js";
import { version } from "../package-root.js";
import { openStore } from "../store/open-store.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { say, write } from "./output.js";
import { readWhere } from "./paper-where.js";
import { ProgressLine } from "./progress.js";

interface ExportOptions {
  readonly format: string;
  readonly where?: string;
  readonly out?: string;
}

const NAMES = EXPORT_FORMATS.map(({ name }) => name);

/** `papergraph export` */
export const addExport = (program: Command): void => {
  program
    .command("export")
    .description("write the graph, or a part of it, for other programs; JSON Lines can be ingested again")
    .addOption(
      new Option("--format <name>", "csv is a folder for neo4j-admin, the others are one file")
        .choices(NAMES)
        .default(NAMES[0]),
    )
    .option("--where <json>", "only these papers, as `where` of papers in GraphQL, or @FILE with that")
    .option("--out <path>", "file, or folder for csv, to write to (default: standard output)")
    .action(run);
};

const run = async ({ format: name, where, out }: ExportOptions): Promise<void> => {
  const settings = readSettings();
  const format = EXPORT_FORMATS.find((each) => each.name === name) as (typeof EXPORT_FORMATS)[number];
  if (format.isFolder && (out === undefined || out === "-")) {
    throw new PapergraphError("BAD_USAGE", `--format ${name} writes several files: name a folder with --out.`);
  }
  const filter = where === undefined ? undefined : await readWhere(where);
  const signal = onInterrupt("Stopping; what is half-written is taken away.");
  const progress = new ProgressLine();
  const store = await openStore(settings.store);
  try {
    const part = await GraphPart.open(store, filter, {
      signal,
      onProgress: ({ papers }) => progress.update({ phase: "exporting", done: papers, rejected: 0 }),
    });
    const files = format.files(part, await provenanceOf(store, `papergraph ${version}`, filter));
    if (format.isFolder) await writeFolder(out as string, files);
    else for (const file of files) await (out === undefined || out === "-" ? pour(file.text()) : writeFile(out, file));
    progress.end();
    const { papers, links } = part.counts;
    say(`${papers.toLocaleString("en")} papers with ${links.toLocaleString("en")} links exported.`);
  } catch (error) {
    if (!signal.aborted) throw error;
    process.exitCode = EXIT.failed;
  } finally {
    await store.close();
  }
};

const pour = async (text: AsyncIterable<string>): Promise<void> => {
  for await (const piece of text) await write(piece);
};
