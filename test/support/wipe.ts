import type { Store } from "../../src/store/store.js";
import { cypher } from "./cypher.js";

/** Marks a database that tests may empty: the first test to use an empty database leaves it there. */
const MARK = "papergraph-tests";

/**
 * Empties the database of a Neo4j store. Refuses when it holds anything but test data (the mark, or no paper outside
 * the sample corpus), so that a run with NEO4J_URI set never deletes a user's graph.
 */
export async function wipe(store: Store): Promise<void> {
  const [held] = await store.read<{ nodes: number; marks: number; strangers: number }>(HELD, { mark: MARK });
  const ours = held && (held.marks > 0 || held.strangers === 0);
  if (!ours && process.env.PAPERGRAPH_TEST_WIPE !== "1") {
    throw new Error(
      `The database at NEO4J_URI holds ${held?.strangers} nodes that are neither test data nor the sample corpus. ` +
        "Tests empty the database they use: point NEO4J_URI elsewhere, or set PAPERGRAPH_TEST_WIPE=1 to lose its data.",
    );
  }
  await store.write([{ statement: cypher("MATCH (n) WHERE n IS NOT NULL DETACH DELETE n"), params: {} }]);
  await store.write([{ statement: cypher("MERGE (m:TestMark {id: $mark})"), params: { mark: MARK } }]);
}

/** Strangers: papers outside the sample corpus, and nodes of labels that papergraph does not have. */
const HELD = cypher(`
  OPTIONAL MATCH (m:TestMark {id: $mark})
  WITH count(m) AS marks
  OPTIONAL MATCH (n)
  WHERE NOT n:Entity AND NOT n:Name AND NOT n:Meta AND NOT n:Ingest AND NOT n:TestMark
    AND NOT (n:Paper AND n.collections = ['sample'])
  RETURN marks, count(n) AS strangers
`);
