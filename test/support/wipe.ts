import type { Store } from "../../src/store/store.js";
import { cypher } from "./cypher.js";

/** Throws unless the database is empty or holds the sample corpus only: a test run never deletes a user's graph. */
export async function refuseUserData(store: Store): Promise<void> {
  const [row] = await store.read<{ strangers: number }>(STRANGERS);
  if (row?.strangers === 0 || process.env.PAPERGRAPH_TEST_WIPE === "1") return;
  throw new Error(
    `The database at NEO4J_URI holds ${row?.strangers} nodes that are not of the sample corpus. Tests empty the ` +
      "database that they use: point NEO4J_URI at another server, or set PAPERGRAPH_TEST_WIPE=1 to lose what is there.",
  );
}

/** Deletes every node but the bookkeeping that each write renews, some thousands at a time. */
export async function wipe(store: Store): Promise<void> {
  for (let deleted = 1; deleted > 0; ) {
    const [rows] = await store.write([{ statement: DELETE_SOME, params: {} }]);
    deleted = Number(rows?.[0]?.deleted);
  }
}

/** Papers outside the sample corpus, entities when there is no sample paper, and nodes that papergraph does not store. */
const STRANGERS = cypher(`
  MATCH (n)
  WITH n, n:Paper AND coalesce(n.collections = ['sample'], false) AS sample
  WITH collect(DISTINCT sample) AS found
  MATCH (n)
  WHERE NOT (n:Paper AND coalesce(n.collections = ['sample'], false)) AND NOT n:Meta AND NOT n:Ingest
    AND NOT (true IN found AND (n:Entity OR n:Name OR n:Alias OR n:Record OR n:Withheld OR n:Benchmark))
  RETURN count(n) AS strangers
`);
const DELETE_SOME = cypher("MATCH (n) WHERE NOT n:Meta WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted");
