import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { formatEntry } from "../names.js";
import type { GoldPaper } from "./count-uses.js";
import { namesFrom } from "./names-from.js";

/*
 * Makes ingest/extract/data/names.tsv.gz from name lists, annotated papers and a corpus of abstracts:
 *
 *     npm run build && node dist/ingest/extract/lists/make-names.js \
 *       --lists FOLDER --gold FOLDER --corpus abstracts.jsonl.gz --out ingest/extract/data/names.tsv.gz
 */
const { values } = parseArgs({
  options: {
    lists: { type: "string" },
    gold: { type: "string" },
    corpus: { type: "string" },
    out: { type: "string", default: "ingest/extract/data/names.tsv.gz" },
  },
});
if (!values.lists || !values.gold || !values.corpus) {
  console.error("usage: make-names --lists FOLDER --gold FOLDER --corpus FILE [--out FILE]");
  process.exit(2);
}

const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

function readGold(folder: string): GoldPaper[] {
  const entities = new Map(
    jsonLines<{ id: string; entities: GoldPaper["entities"] }>(join(folder, "train_gold.jsonl")).map((row) => [
      row.id,
      row.entities,
    ]),
  );
  return jsonLines<{ id: string; title: string; abstract: string }>(join(folder, "train_papers.jsonl")).map(
    ({ id, title, abstract }) => ({ title, abstract, entities: entities.get(id) ?? [] }),
  );
}

const entries = await namesFrom(values.lists, readGold(values.gold), values.corpus);
const bytes = gzipSync(entries.map((entry) => `${formatEntry(entry)}\n`).join(""), { level: 9 });
writeFileSync(values.out, bytes);
const surfaces = entries.reduce((sum, entry) => sum + entry.surfaces.length, 0);
console.error(`${entries.length} names with ${surfaces} surfaces, ${bytes.length} bytes`);
