import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip, gzipSync } from "node:zlib";
import { normalForm } from "../../../src/text/normal-form.js";
import { KINDS, type Kind } from "../../../src/vocabulary.js";
import { tokens } from "../../extract/tokens.js";
import { formatThing } from "../listed-things.js";
import { buildThings } from "./build-things.js";
import { PhraseTable } from "./phrase-table.js";
import { readRawNames } from "./raw-names.js";
import { WELL_KNOWN } from "./well-known.js";

/*
 * Makes ingest/link/data/things.tsv.gz from name lists, annotated papers and a corpus of abstracts:
 *
 *     npm run build && node dist/ingest/link/lists/make-things.js \
 *       --lists FOLDER --gold train_gold.jsonl --corpus abstracts.jsonl.gz
 */
const { values } = parseArgs({
  options: {
    lists: { type: "string" },
    gold: { type: "string" },
    corpus: { type: "string" },
    out: { type: "string", default: "ingest/link/data/things.tsv.gz" },
  },
});
if (!values.lists || !values.gold || !values.corpus) {
  console.error("usage: make-things --lists FOLDER --gold FILE --corpus FILE [--out FILE]");
  process.exit(2);
}

interface Annotated {
  readonly entities: readonly { readonly type: Kind; readonly surfaces: readonly string[] }[];
}

/** How many annotated papers take a name for what. */
const votes = new Map<string, Map<Kind, number>>();
for (const line of readFileSync(values.gold, "utf8").split("\n").filter(Boolean))
  for (const { type, surfaces } of (JSON.parse(line) as Annotated).entities)
    for (const key of new Set(surfaces.map(normalForm))) {
      const kinds = votes.get(key) ?? new Map<Kind, number>();
      votes.set(key, kinds.set(type, (kinds.get(type) ?? 0) + 1));
    }

/** The kind that annotated papers mostly give a name, where enough have it; else the list's. */
function kindOf(name: string, listed: Kind): Kind {
  const kinds = votes.get(normalForm(name));
  const total = [...(kinds?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const most = KINDS.find((kind) => (kinds?.get(kind) ?? 0) > total * 0.6);
  return total > 1 && most ? most : listed;
}

const all = readRawNames(values.lists).map((line) => ({ ...line, kind: kindOf(line.name, line.kind) }));
const written = all.filter(({ trust }) => trust === "written");
const known = new Map(written.map(({ name, kind }) => [normalForm(name), kind]));
// A dataset that other lists call like a technique is mostly a slip of theirs.
const curated = all.filter(
  ({ trust, name, kind }) =>
    trust === "curated" && (kind !== "DATASET" || (known.get(normalForm(name)) ?? kind) === kind),
);
const lines = [...written, ...curated];
/** How often running text of the corpus has a name. */
const uses = new PhraseTable<{ times: number }>();
for (const { name, aliases } of [...WELL_KNOWN, ...lines])
  for (const one of [name, ...aliases]) if (!uses.get(one)) uses.set(one, { times: 0 });
for await (const line of createInterface({ input: createReadStream(values.corpus).pipe(createGunzip()) }))
  for (const { value } of uses.find(tokens((JSON.parse(line) as { abstract?: string }).abstract ?? ""), () => true))
    value.times += 1;

const usesOf = (name: string): number => uses.get(name)?.times ?? 0;
const things = buildThings(lines, usesOf);
const bytes = gzipSync(things.map((thing) => `${formatThing(thing)}\n`).join(""), { level: 9 });
writeFileSync(values.out, bytes);
console.error(`${things.length} things, ${bytes.length} bytes`);
