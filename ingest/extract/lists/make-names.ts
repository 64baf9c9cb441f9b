import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip, gzipSync } from "node:zlib";
import { foldName } from "../name-key.js";
import { formatEntry, type NameEntry } from "../names.js";
import { tokens } from "../tokens.js";
import { buildEntries } from "./build-entries.js";
import { type GoldPaper, UsesTable } from "./count-uses.js";
import { type RawName, readRawNames, readTaskNames } from "./raw-names.js";

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

/** Names that several gold papers have, as one more list. */
function goldNames(papers: readonly GoldPaper[]): RawName[] {
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const { type, optional, surfaces } of paper.entities)
      if (!optional)
        for (const surface of surfaces) counts.set(`${type}\t${surface}`, (counts.get(`${type}\t${surface}`) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([line]) => {
      const [kind, name] = line.split("\t") as [RawName["kind"], string];
      return { name, kind, aliases: [], trust: "seen", general: false };
    });
}

/** Words written like names, to see which of them the gold never takes for one. */
const nameLike = (papers: readonly GoldPaper[]): Set<string> =>
  new Set(
    papers.flatMap(({ title, abstract }) =>
      tokens(`${title}. ${abstract}`)
        .map(({ text }) => text)
        .filter(
          (text) => text.length > 1 && /\p{Lu}.*\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(text) && !/[:\\<>{}]/.test(text),
        ),
    ),
  );

/** Names of tasks and what gold papers leave out twice and more, where nothing else is known of them. */
function noNames(surfaces: Iterable<string>, entries: readonly NameEntry[]): NameEntry[] {
  const known = new Set(
    entries.flatMap((entry) =>
      entry.surfaces.filter(({ mode }) => mode !== "link").map(({ surface }) => foldName(surface)),
    ),
  );
  const found = new Map<string, NameEntry>();
  for (const surface of surfaces) {
    const key = foldName(surface);
    const exact = uses.get(surface)?.gold.exact;
    if (
      known.has(key) ||
      /["']/.test(surface) ||
      !exact ||
      exact.required > 0 ||
      exact.none < Math.max(2, exact.optional)
    )
      continue;
    found.set(key, { name: surface, kind: "METHOD", surfaces: [{ surface, mode: "none" }] });
  }
  return [...found.values()];
}

const papers = readGold(values.gold);
const raw = [...readRawNames(values.lists), ...goldNames(papers)];
const uses = new UsesTable();
for (const line of raw) for (const surface of [line.name, ...line.aliases]) uses.add(surface);
const taskNames = readTaskNames(values.lists);
const likely = nameLike(papers);
for (const name of [...taskNames, ...likely]) uses.add(name);

for (const paper of papers) uses.countGold(paper);
const corpus = createInterface({ input: createReadStream(values.corpus).pipe(createGunzip()) });
for await (const line of corpus) uses.countText((JSON.parse(line) as { abstract?: string }).abstract ?? "");

const named = buildEntries(raw, uses, new Set(taskNames.map(foldName)));
const entries = [...named, ...noNames([...taskNames, ...likely], named)];
const bytes = gzipSync(entries.map((entry) => `${formatEntry(entry)}\n`).join(""), { level: 9 });
writeFileSync(values.out, bytes);
const surfaces = entries.reduce((sum, entry) => sum + entry.surfaces.length, 0);
console.error(`${entries.length} names with ${surfaces} surfaces, ${bytes.length} bytes`);
