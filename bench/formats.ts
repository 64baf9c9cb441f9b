import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readerFor } from "../ingest/read/formats.js";
import { listFiles } from "../ingest/read/list-files.js";
import { openSource } from "../ingest/read/open.js";
import { type ReadItem, readPapers } from "../ingest/read/read-papers.js";
import { PapergraphError } from "../src/errors.js";
import { packageRoot } from "../src/package-root.js";

/**
 * Reads every file of a folder and prints what is in it, as a table in Markdown: `npm run formats -- FOLDER`; the samples
 * in `../shared/data/formats` where none is named. Nothing is written.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const folder = positionals[0] === undefined ? join(packageRoot, "../shared/data/formats") : resolve(positionals[0]);

/** Reasons that are told of one file. */
const REASONS = 2;

async function formatOf(path: string): Promise<string> {
  const source = await openSource(path);
  // Asked for and ended, so that the file is closed.
  for await (const _ of source.chunks()) break;
  return readerFor(source.head, undefined, path).name;
}

const nameOf = (reader: string, sources: ReadonlySet<string>): string => {
  const others = [...sources].filter((source) => source !== reader && source !== "json");
  return others.length === 0 ? reader : `${reader} (${others.sort().join(", ")})`;
};

async function rowOf(path: string): Promise<string[]> {
  const papers: Extract<ReadItem, { kind: "paper" }>[] = [];
  const reasons: string[] = [];
  let rejected = 0;
  let format = "-";
  try {
    format = await formatOf(path);
    for await (const item of readPapers(path)) {
      if (item.kind === "paper") papers.push(item);
      else if (++rejected <= REASONS) reasons.push(`line ${item.line}: ${item.reason}`);
    }
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error;
    reasons.push(`${error.code}: ${error.message.replace(path, "").replace(/^:/, "line ")}`);
  }
  const abstracts = papers.filter(({ paper }) => paper.abstract !== "").length;
  const sources = new Set(papers.map(({ origin }) => origin.source));
  const told = reasons.join("; ").replaceAll("|", "\\|").slice(0, 200);
  return [relative(folder, path), nameOf(format, sources), `${papers.length}`, `${abstracts}`, `${rejected}`, told];
}

console.log("| file | format | papers | abstracts | rejected | first reasons |");
console.log("| --- | --- | ---: | ---: | ---: | --- |");
for (const path of await listFiles([folder])) console.log(`| ${(await rowOf(path)).join(" | ")} |`);
