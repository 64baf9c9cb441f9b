import { EmbeddedStore } from "./embedded.js";
import { Neo4jStore } from "./neo4j.js";
import type { Store } from "./store.js";

export type StoreSettings =
  | { readonly engine: "embedded"; readonly path: string }
  | {
      readonly engine: "neo4j";
      readonly uri: string;
      readonly username?: string | undefined;
      readonly password?: string | undefined;
      readonly database?: string | undefined;
    };

/** The store that the settings name, open, with its constraints and indexes made. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const store: Store =
    settings.engine === "embedded" ? await EmbeddedStore.open(settings.path) : await Neo4jStore.open(settings);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
