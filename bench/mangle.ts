import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { listFiles } from "../ingest/read/list-files.js";
import { seededRandom } from "../ingest/train/random.js";
import { packageRoot } from "../src/package-root.js";
import { bytesOf, type CutFile, cutFile, textOfFile, windowOf } from "../test/read/mangled/cut-file.js";
import { mangleRound, noRound, type Reading, type Round, readBytes } from "../test/read/mangled/round.js";

/**
 * Damages records of real files, reads the files, and accounts for every record: `npm run mangle -- --records 10000
 * --seed 1`. A mangled record must be rejected with line and reason or accepted, a record beside it may be rejected with
 * it, and all others must be read as before. The files are those of `../shared/data/formats`, where it is there, and the
 * fixtures of the tests; `--only` names
 * some, `--keep FOLDER` keeps each mangled file with a fault. Exit code 1 when a record is lost.
 */
const { values } = parseArgs({
  options: {
    records: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string" },
  },
});

const FOLDERS = ["test/fixtures/read", "../shared/data/formats"].map((name) => join(packageRoot, name));
/** Records of a file in one round: files are as large as that, so that most of the time goes into what is damaged. */
const WINDOW = 24;

const folder = mkdtempSync(join(tmpdir(), "papergraph-mangle-"));
const path = join(folder, "mangled");

async function cutAll(): Promise<CutFile[]> {
  const files: CutFile[] = [];
  for (const from of FOLDERS.filter((each) => existsSync(each))) {
    for (const file of await listFiles([from])) {
      const name = relative(packageRoot, file);
      const bytes = textOfFile(file);
      const { items } = await readBytes(bytes, path);
      if (name.includes(values.only) && items.length > 0) files.push(cutFile(name, bytes, items));
    }
  }
  return files;
}

if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
const files = await cutAll();
if (files.length === 0) throw new Error(`no file to mangle has ${values.only} in its name`);
const formats = new Map<string, Round>();
const wholes = new Map<string, Reading>();
let records = 0;
let rounds = 0;
try {
  for (let turn = 0; records < Number(values.records); turn++) {
    const file = files[turn % files.length] as CutFile;
    const seed = Number(values.seed) * 1_000_003 + turn;
    const next = seededRandom(seed);
    const random = (below: number): number => Math.floor(next() * below);
    const from = WINDOW * random(Math.ceil(file.units.length / WINDOW));
    const part = windowOf(file, from, WINDOW);
    const key = `${file.name} ${from}`;
    const whole = wholes.get(key) ?? (await readBytes(bytesOf(part), path));
    wholes.set(key, whole);
    const round = await mangleRound(part, whole, random, path);
    for (const fault of round.faults) console.error(`${file.name} from ${from}, turn ${turn}: ${fault}`);
    if (values.keep !== undefined && round.faults.length > 0) copyFileSync(path, join(values.keep, `turn-${turn}`));
    const sum = formats.get(file.format) ?? noRound();
    for (const name of ["records", "accepted", "rejected", "refused", "beside", "guessed"] as const)
      sum[name] += round[name];
    sum.faults.push(...round.faults);
    formats.set(file.format, sum);
    records += round.records;
    rounds++;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(
  "| format | mangled | accepted | rejected | file refused | beside, rejected too | layout guessed otherwise | lost |",
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
const line = (name: string, { records, accepted, rejected, refused, beside, guessed, faults }: Round): void =>
  console.log(`| ${[name, records, accepted, rejected, refused, beside, guessed, faults.length].join(" | ")} |`);
const all = noRound();
for (const [name, round] of [...formats].sort(([a], [b]) => (a < b ? -1 : 1))) {
  line(name, round);
  for (const key of ["records", "accepted", "rejected", "refused", "beside", "guessed"] as const)
    all[key] += round[key];
  all.faults.push(...round.faults);
}
line("all", all);
console.log(`${all.records} mangled records in ${rounds} files, ${files.length} samples, seed ${values.seed}.`);
if (all.faults.length > 0) process.exitCode = 1;
