/**
 * How long the server takes to refuse each request of the hostile set: `npm run bench:refusals`. Prints the median of all
 * and the slowest. On an empty embedded store, for refusals do not
 * reach it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIMITS } from "../src/limits.js";
import { startServer } from "../src/server/server.js";
import { openStore } from "../src/store/open-store.js";
import { BODIES } from "../test/server/hostile/bodies.js";
import { DOCUMENTS } from "../test/server/hostile/documents.js";
import { VALUES } from "../test/server/hostile/values.js";
import { quantile } from "./support/quantile.js";

const ROUNDS = 10;

const folder = mkdtempSync(join(tmpdir(), "papergraph-bench-"));
const store = await openStore({ engine: "embedded", path: folder });
const server = await startServer(store, {
  port: 0,
  host: "127.0.0.1",
  corsOrigins: [],
  logLevel: "silent",
  limits: LIMITS,
});

const refusals = Object.entries({ ...DOCUMENTS, ...VALUES, ...BODIES }).filter(([, { code }]) => code !== undefined);
const taken = new Map<string, number[]>(refusals.map(([name]) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, { path = "/graphql", init }] of refusals) {
    const started = performance.now();
    await (await fetch(`${server.url}${path}`, init)).arrayBuffer();
    // The first round warms up.
    if (round > 0) taken.get(name)?.push(performance.now() - started);
  }
}

const medians = [...taken].map(([name, times]) => ({ name, ms: quantile(times, 0.5) })).sort((a, b) => b.ms - a.ms);
const all = [...taken.values()].flat();
console.log(`${refusals.length} refusals, ${ROUNDS} times each`);
console.log(`median ${quantile(all, 0.5).toFixed(1)} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms`);
for (const { name, ms } of medians.slice(0, 5)) console.log(`${ms.toFixed(1)} ms  ${name}`);

await server.close();
await store.close();
rmSync(folder, { recursive: true, force: true });
