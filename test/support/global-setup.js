import { isFetched, startServer } from "../neo4j/server.js";

/**
 * Finds the Neo4j server that this run tests against: the one in NEO4J_URI, else one started here from the fetched
 * artifacts, else none. `eachStore` reads what is left in the environment.
 */
export default async function setup() {
  if (process.env.NEO4J_URI) return;
  if (isFetched()) {
    globalThis.papergraphNeo4j = await startServer();
    process.env.PAPERGRAPH_TEST_NEO4J = globalThis.papergraphNeo4j.uri;
    return;
  }
  if (process.env.PAPERGRAPH_REQUIRE_NEO4J === "1") {
    throw new Error('PAPERGRAPH_REQUIRE_NEO4J=1, but there is no server: set NEO4J_URI or run "npm run neo4j:fetch".');
  }
  console.error('Neo4j is not tested: set NEO4J_URI, or run "npm run neo4j:fetch" once (JDK 17 and Maven).');
}
