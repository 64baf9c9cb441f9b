import type { Command } from "commander";
import { createCurator } from "../../ingest/curate/create-curator.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { readSettings, type Settings } from "../config.js";
import type { Administration } from "../server/admission.js";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";
import { aborted, onInterrupt } from "./interrupt.js";
import { say } from "./output.js";

interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
}

/** Settings with the command line's port and address over the environment's. */
export const serveSettings = ({ port, host }: ServeOptions): Settings => readSettings({ PORT: port, HOST: host });

/** The address as a person on this machine types it. */
const asTyped = (url: string): string => url.replace(/\/\/(127\.0\.0\.1|0\.0\.0\.0|\[::1?\])/, "//localhost");

const administration = (store: Store, { adminToken: token }: Settings): Administration | undefined =>
  token === undefined ? undefined : { token, curator: createCurator(store, lookUpName) };

/**
 * Serves until the process is told to end; then lets requests under way finish and closes the store last.
 * `greet` is called with the address once it listens.
 */
export const serveUntilInterrupted = async (
  store: Store,
  settings: Settings,
  greet: (url: string) => void,
): Promise<void> => {
  const interrupted = onInterrupt("Finishing the requests under way. Once more to end at once.");
  const [{ startServer }, { warm }] = await Promise.all([import("../server/server.js"), import("../server/warm.js")]);
  const server = await startServer(store, { ...settings, administration: administration(store, settings) });
  greet(asTyped(server.url));
  warm(store);
  await aborted(interrupted);
  await server.close();
};

/** `papergraph serve` */
export const addServe = (program: Command): void => {
  program
    .command("serve")
    .description("serve the graph by GraphQL over HTTP")
    .option("--port <number>", "port to serve on; 0 for any free one (default: PORT, else 4000)")
    .option("--host <address>", "address to serve on (default: HOST, else 127.0.0.1)")
    .action(async (options: ServeOptions) => {
      const settings = serveSettings(options);
      const store = await openStore(settings.store);
      try {
        await serveUntilInterrupted(store, settings, (url) => say(`papergraph serves on ${url}/graphql`));
      } finally {
        await store.close();
      }
    });
};
