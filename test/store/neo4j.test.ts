import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore, neo4jSettings } from "../support/each-store.js";

const ONE = cypher("RETURN 1 AS one");
const MERGE = cypher("MERGE (p:Paper {id: $id})");

/** A wire between the driver and the server that a test can cut. */
async function wire(uri: string) {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(port || 7687), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy()).on("close", () => sockets.delete(from));
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return { uri: `bolt://127.0.0.1:${own}`, cut, stop, start: () => listen(own) };
}

describe("opening Neo4j", () => {
  it.each([
    [
      "an address of another kind",
      { uri: "http://127.0.0.1:7474" },
      "BAD_SETTING",
      "NEO4J_URI is not an address of a Neo4j server: use bolt://host:7687 or neo4j://host:7687.",
    ],
    [
      "no address",
      { uri: "here" },
      "BAD_SETTING",
      "NEO4J_URI is not an address of a Neo4j server: use bolt://host:7687 or neo4j://host:7687.",
    ],
    [
      "a server that is not there",
      { uri: "bolt://127.0.0.1:1" },
      "STORE_UNAVAILABLE",
      "Neo4j at bolt://127.0.0.1:1 does not answer. Check that it runs and that NEO4J_URI names it.",
    ],
    [
      "a cluster that is not there",
      { uri: "neo4j://127.0.0.1:1" },
      "STORE_UNAVAILABLE",
      "Neo4j at neo4j://127.0.0.1:1 does not answer. Check that it runs and that NEO4J_URI names it.",
    ],
    [
      "an address with a login in it",
      { uri: "bolt://neo4j:secret@127.0.0.1:1", password: "hidden" },
      "STORE_UNAVAILABLE",
      "Neo4j at bolt://127.0.0.1:1 does not answer. Check that it runs and that NEO4J_URI names it.",
    ],
  ])("says what to do at %s", async (_, settings, code, message) => {
    const error = await openStore({ engine: "neo4j", ...settings }).catch((error) => error);
    expect({ code: error.code, message: error.message }).toEqual({ code, message });
  });
});

eachStore((engine, open) => {
  if (engine === "embedded") {
    it("has no server", () => {});
    return;
  }
  let store: Store;
  let settings: Extract<Parameters<typeof openStore>[0], { engine: "neo4j" }>;
  beforeAll(async () => {
    await (await open()).write([{ statement: MERGE, params: { id: "a" } }]);
    const found = neo4jSettings();
    if (found?.engine === "neo4j") settings = found;
  });

  it("says which database is missing", async () => {
    await expect(openStore({ ...settings, database: "absent" })).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/^Neo4j at \S+ has no database of the name in NEO4J_DATABASE\.$/),
    });
  });

  it("reads and writes on when its connections are cut", async () => {
    const line = await wire(settings.uri);
    store = await openStore({ ...settings, uri: line.uri });
    for (let i = 0; i < 3; i++) {
      line.cut();
      expect(await store.read(ONE)).toEqual([{ one: 1 }]);
      line.cut();
      expect(await store.write([{ statement: MERGE, params: { id: "a" } }])).toEqual([[]]);
    }
    await store.close();
    await line.stop();
  });

  it("says that the server does not answer while it is away, and goes on when it is back", async () => {
    const line = await wire(settings.uri);
    store = await openStore({ ...settings, uri: line.uri });
    await line.stop();
    await expect(store.read(ONE)).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: `Neo4j at ${line.uri} does not answer. Check that it runs and that NEO4J_URI names it.`,
    });
    await line.start();
    expect(await store.read(ONE)).toEqual([{ one: 1 }]);
    await store.close();
    await line.stop();
  });

  it("says that it is closed when it is used after its close", async () => {
    store = await openStore(settings);
    await store.close();
    await store.close();
    const closed = { code: "STORE_UNAVAILABLE", message: "The store is closed." };
    await expect(store.read(ONE)).rejects.toMatchObject(closed);
    await expect(store.write([{ statement: MERGE, params: { id: "a" } }])).rejects.toMatchObject(closed);
    await expect(store.info()).rejects.toMatchObject(closed);
    await expect(store.migrate()).rejects.toMatchObject(closed);
  });
});
