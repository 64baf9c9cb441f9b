import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "@jest/globals";
import { openStore, type StoreSettings } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { wipe } from "./wipe.js";

export type EngineName = "embedded" | "neo4j";
/** Opens an empty store with its schema. Stores are closed when the suite ends. On Neo4j all share one database. */
export type OpenStore = () => Promise<Store>;

/** A suite that holds for every engine: `describe`s it once per engine that this run has. */
export function eachStore(suite: (engine: EngineName, open: OpenStore) => void): void {
  for (const engine of ["embedded", "neo4j"] as const) {
    const settings = neo4jSettings();
    if (engine === "neo4j" && !settings) {
      describe.skip("neo4j", () => suite(engine, () => Promise.reject(new Error("no Neo4j server in this run"))));
      continue;
    }
    describe(engine, () => {
      const stores: Store[] = [];
      const folders: string[] = [];
      suite(engine, async () => {
        const store = await openStore(settings && engine === "neo4j" ? settings : temporary(folders));
        stores.push(store);
        if (engine === "neo4j") await wipe(store);
        return store;
      });
      afterAll(async () => {
        for (const store of stores) await store.close();
        for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      });
    });
  }
}

function temporary(folders: string[]): StoreSettings {
  const path = mkdtempSync(join(tmpdir(), "papergraph-test-"));
  folders.push(path);
  return { engine: "embedded", path };
}

/** The server of this run, or undefined when it has none. */
export function neo4jSettings(): StoreSettings | undefined {
  const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, PAPERGRAPH_TEST_NEO4J } = process.env;
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
  return PAPERGRAPH_TEST_NEO4J ? { engine: "neo4j", uri: PAPERGRAPH_TEST_NEO4J } : undefined;
}
