import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { IngestReport } from "../ingest/ingest.js";
import { fingerprint } from "../ingest/load/fingerprint.js";
import { readSettings } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import type { Store } from "../src/store/store.js";
import { refuseUserData, wipe } from "../test/support/wipe.js";
import { cut } from "./loading/cut.js";
import { type Measured, measure } from "./loading/measured-command.js";
import { dumpRows, writeRows } from "./loading/raw-rows.js";

/**
 * Loads the first papers of a corpus: with extraction; the same file again, which writes nothing; and with their mentions
 * extracted already, as an export has them. Beside the last, the very rows of that graph written by bare statements.
 * `npm run bench:load -- --counts 10000,50000 --rounds 2` on the embedded store; with NEO4J_URI on that server, whose
 * database it empties. Compare only what stands in one line: the machine may have been busy with other things.
 */
const { values } = parseArgs({
  options: {
    papers: { type: "string", default: "../shared/data/corpora/abstracts-150k.jsonl.gz" },
    counts: { type: "string", default: "10000" },
    rounds: { type: "string", default: "1" },
    jobs: { type: "string" },
  },
});

const { store: settings } = readSettings();
const folder = mkdtempSync(join(tmpdir(), "papergraph-load-"));
const graph = join(folder, "graph");
const environment: Record<string, string> =
  settings.engine === "embedded"
    ? { PAPERGRAPH_DATA: graph }
    : (Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("NEO4J_"))) as Record<
        string,
        string
      >);

const within = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(settings.engine === "embedded" ? { engine: "embedded", path: graph } : settings);
  return use(store).finally(() => store.close());
};
const empty = async (): Promise<void> => {
  if (settings.engine === "embedded") rmSync(graph, { recursive: true, force: true });
  else await within(wipe);
};
const load = async (file: string): Promise<Measured & { report: IngestReport }> => {
  const measured = await measure(
    ["ingest", file, "--json", ...(values.jobs ? ["--jobs", values.jobs] : [])],
    environment,
  );
  return { ...measured, report: JSON.parse(measured.stdout) };
};
const megabytes = ({ peak, enginePeak }: Measured): string =>
  [peak, enginePeak].map((mb) => (mb === undefined ? "-" : Math.round(mb))).join(" + ");

async function run(count: number): Promise<void> {
  const papers = join(folder, "papers.jsonl.gz");
  const mentions = join(folder, "mentions.jsonl");
  const rows = join(folder, "rows");
  mkdirSync(rows, { recursive: true });
  await cut(values.papers, papers, count);
  await empty();
  const first = await load(papers);
  const again = await load(papers);
  const { added, links, seconds } = first.report;
  // Not that all are unchanged: some records of a file may tell of one paper.
  const isSame = [again.report.added, again.report.changed, again.report.settled].every((count) => count === 0);
  console.log(
    `${count} papers, extracted and loaded: ${seconds.toFixed(1)} s, ${(added / seconds).toFixed(0)} papers/s, ` +
      `peak ${megabytes(first)} MB; again ${again.report.seconds.toFixed(1)} s, ${isSame ? "nothing written" : "WRITTEN"}`,
  );
  const print = await within(fingerprint);
  await measure(["export", "--out", mentions], environment);
  await within((store) => dumpRows(store, rows));
  for (let round = 0; round < Number(values.rounds); round++) {
    await empty();
    const raw = await within((store) => writeRows(store, rows));
    await empty();
    const ready = await load(mentions);
    const ours = ready.report.seconds;
    const equal = (await within(fingerprint)) === print;
    console.log(
      `${count} papers, extracted before: ${ours.toFixed(1)} s, ${(added / ours).toFixed(0)} papers/s, ` +
        `${(links / ours).toFixed(0)} links/s, peak ${megabytes(ready)} MB, graph ${equal ? "equal" : "UNEQUAL"}; ` +
        `bare statements ${raw.toFixed(1)} s, ${(links / raw).toFixed(0)} links/s: ${((100 * raw) / ours).toFixed(0)} %`,
    );
  }
}

try {
  if (settings.engine === "neo4j") await within(refuseUserData);
  for (const count of values.counts.split(",")) await run(Number(count));
} finally {
  await empty();
  rmSync(folder, { recursive: true, force: true });
}
