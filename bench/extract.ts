import { readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { createExtractor } from "../ingest/extract/create-extractor.js";
import type { PaperText } from "../ingest/extract/extractor.js";
import { createPool } from "../ingest/extract/pool.js";

/*
 * How fast papers are read on one thread and on several: loading of the weights apart, abstracts a second, memory.
 *
 *     npm run bench:extract -- --papers abstracts.jsonl.gz [--count 5000] [--threads 2]
 */
const { values } = parseArgs({
  options: { papers: { type: "string" }, count: { type: "string", default: "5000" }, threads: { type: "string" } },
});
if (!values.papers) {
  console.error("usage: npm run bench:extract -- --papers FILE [--count N] [--threads N]");
  process.exit(2);
}
const bytes = readFileSync(values.papers);
const papers = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .slice(0, Number(values.count))
  .map((line) => JSON.parse(line) as PaperText)
  .map(({ id, title, abstract }) => ({ id, title, abstract: abstract ?? "" }));

const seconds = (since: number): number => (performance.now() - since) / 1000;
const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;

console.log(`${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, Node ${process.version}`);
let start = performance.now();
const extractor = createExtractor();
console.log(`weights loaded in ${seconds(start).toFixed(2)} s, ${megabytes()}`);
start = performance.now();
for (const paper of papers) extractor.extract(paper);
const one = papers.length / seconds(start);
console.log(`1 thread: ${Math.round(one)} abstracts/s, ${megabytes()}`);

const threads = Number(values.threads ?? Math.min(2, availableParallelism()));
const pool = createPool({ jobs: threads });
// The first ones start the threads.
await pool.extract(papers.slice(0, 300));
start = performance.now();
await pool.extract(papers);
const many = papers.length / seconds(start);
console.log(`${threads} threads: ${Math.round(many)} abstracts/s, ${(many / one).toFixed(2)} times one`);
await pool.close();
