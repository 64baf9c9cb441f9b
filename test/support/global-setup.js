import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFetched, startServer } from "../neo4j/server.js";

/**
 * Finds the Neo4j servers that this run tests against: the one in NEO4J_URI, else one for each worker started here from
 * the fetched artifacts, else none. `eachStore` reads what is left in the environment.
 */
export default async function setup(globalConfig) {
  if (process.env.NEO4J_URI || process.env.STORES === "embedded") return;
  if (!isFetched()) {
    if (process.env.PAPERGRAPH_REQUIRE_NEO4J === "1") {
      throw new Error(
        'PAPERGRAPH_REQUIRE_NEO4J=1, but there is no server: set NEO4J_URI or run "npm run neo4j:fetch".',
      );
    }
    console.error('Neo4j is not tested: set NEO4J_URI, or run "npm run neo4j:fetch" once (JDK 17 and Maven).');
    return;
  }
  const files = filesWithStores(globalConfig);
  if (files === 0) {
    process.env.PAPERGRAPH_TEST_NEO4J = "not started";
    return;
  }
  const count = Math.min(files, globalConfig.maxWorkers);
  globalThis.papergraphNeo4j = await Promise.all(Array.from({ length: count }, () => startServer()));
  process.env.PAPERGRAPH_TEST_NEO4J = globalThis.papergraphNeo4j.map(({ uri }) => uri).join(" ");
}

/** How many of the chosen test files name `eachStore` or `neo4jSettings`: where none does, no server is started. */
function filesWithStores({ rootDir, testPathPatterns }) {
  const chosen = (testPathPatterns?.patterns ?? []).map((pattern) => new RegExp(pattern, "i"));
  return readdirSync(join(rootDir, "test"), { recursive: true })
    .map((file) => join(rootDir, "test", file))
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => chosen.length === 0 || chosen.some((pattern) => pattern.test(file)))
    .filter((file) => /\b(eachStore|neo4jSettings)\b/.test(readFileSync(file, "utf8"))).length;
}
