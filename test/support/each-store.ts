import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "@jest/globals";
import { openStore, type StoreSettings } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { refuseUserData, wipe } from "./wipe.js";

export type EngineName = "embedded" | "neo4j";
/** Opens an empty store with its schema. Stores are closed when the suite ends. On Neo4j all suites of a worker share one database. */
export type OpenStore = () => Promise<Store>;

/** A suite that holds for every engine: `describe`s it once per engine that this run has. */
export function eachStore(suite: (engine: EngineName, open: OpenStore) => void): void {
  describe("embedded", () => suite("embedded", embedded()));
  const settings = neo4jSettings();
  if (settings) describe("neo4j", () => suite("neo4j", neo4j(settings)));
  else describe.skip("neo4j", () => suite("neo4j", () => Promise.reject(new Error("this run has no Neo4j server"))));
}

function embedded(): OpenStore {
  const stores: Store[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    for (const store of stores) await store.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    const path = mkdtempSync(join(tmpdir(), "papergraph-test-"));
    folders.push(path);
    const store = await openStore({ engine: "embedded", path });
    stores.push(store);
    return store;
  };
}

function neo4j(settings: StoreSettings): OpenStore {
  const stores: Store[] = [];
  let ours = false;
  afterAll(async () => {
    const [first] = stores;
    if (ours && first) await wipe(first);
    for (const store of stores) await store.close();
  });
  return async () => {
    const store = await openStore(settings);
    stores.push(store);
    if (!ours) await refuseUserData(store);
    ours = true;
    await wipe(store);
    return store;
  };
}

/** The server of this run, or undefined when it has none. */
export function neo4jSettings(): StoreSettings | undefined {
  const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, PAPERGRAPH_TEST_NEO4J, STORES, JEST_WORKER_ID } =
    process.env;
  if (STORES === "embedded") return undefined;
  if (NEO4J_URI) {
    return {
      engine: "neo4j",
      uri: NEO4J_URI,
      username: NEO4J_USERNAME,
      password: NEO4J_PASSWORD,
      database: NEO4J_DATABASE,
    };
  }
  if (PAPERGRAPH_TEST_NEO4J === "not started") {
    throw new Error("No server was started: a test file that needs one must itself name eachStore or neo4jSettings.");
  }
  if (!PAPERGRAPH_TEST_NEO4J) return undefined;
  const servers = PAPERGRAPH_TEST_NEO4J.split(" ");
  const uri = servers[(Number(JEST_WORKER_ID ?? 1) - 1) % servers.length];
  return { engine: "neo4j", uri: uri as string };
}
