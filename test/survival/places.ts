import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { openStore, type StoreSettings } from "../../src/store/open-store.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { wipe } from "../support/wipe.js";
import { type Environment, runCommand } from "./command.js";
import type { Scenario } from "./scenarios.js";

/** A graph that commands of their own process write. */
export interface Place {
  readonly environment: Environment;
  /** Empties the graph and makes what the scenario has before its command. */
  prepare(scenario: Scenario): Promise<void>;
  fingerprint(): Promise<string>;
  /** How far a killed command had come, as the graph has it. */
  progress(): Promise<Progress>;
}

export interface Progress {
  readonly papers: number;
  readonly isSettled: boolean;
}

/** A graph in a folder of the embedded store, below `folder`. */
export function embeddedPlace(folder: string): Place {
  const path = join(folder, "graph");
  const environment = { PAPERGRAPH_DATA: path };
  const within = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore({ engine: "embedded", path });
    return use(store).finally(() => store.close());
  };
  return {
    environment,
    prepare: async ({ name, before }) => {
      rmSync(path, { recursive: true, force: true });
      if (before.length === 0) return;
      const made = join(folder, `before ${name}`);
      if (!existsSync(made)) {
        for (const command of before) await runCommand(command, { PAPERGRAPH_DATA: made });
      }
      cpSync(made, path, { recursive: true });
    },
    fingerprint: () => within(fingerprint),
    progress: () => within(progressOf),
  };
}

/** The graph of a Neo4j server, whose database is emptied. `at` is the address that the commands are given. */
export function neo4jPlace(store: Store, settings: StoreSettings & { engine: "neo4j" }, at = settings.uri): Place {
  const { uri, username, password, database } = settings;
  const environment = Object.fromEntries(
    Object.entries({
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    environment: { ...environment, NEO4J_URI: at },
    prepare: async ({ before }) => {
      await wipe(store);
      for (const command of before) await runCommand(command, environment);
    },
    fingerprint: () => fingerprint(store),
    progress: () => progressOf(store),
  };
}

async function progressOf(store: Store): Promise<Progress> {
  const [held] = await store.read<{ papers: number }>(statement("meta/count-papers"));
  const unsettled = await store.read(statement("settle/list-unsettled"), { limit: 1 });
  return { papers: held?.papers ?? 0, isSettled: unsettled.length === 0 };
}
