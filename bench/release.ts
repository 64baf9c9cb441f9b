/**
 * How soon Neo4j is free of a statement that nobody waits for any more: `npm run bench:release`. Keeps what it measured in
 * bench/results.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../src/package-root.js";
import { openStore } from "../src/store/open-store.js";
import { loadGraph, makeGraph } from "./support/graph.js";
import { releaseReport } from "./support/release.js";
import { circumstances, keep } from "./support/report.js";

const { startServer } = await import(pathToFileURL(join(packageRoot, "test", "neo4j", "server.js")).href);
const server: { uri: string; stop(): Promise<void> } = await startServer();
const store = await openStore({ engine: "neo4j", uri: server.uri, database: "neo4j" });
const graph = makeGraph(100, 100);
await loadGraph(store, graph);
const measured = await releaseReport(store, graph.papers[0]?.id ?? "");
const report = `# Neo4j, when nobody waits any more\n\n${circumstances(["Neo4j Community 5.26.16; 10 rounds"])}\n${measured}`;
console.error(`${report}\nkept in ${keep("release", report)}`);
await store.close();
await server.stop();
