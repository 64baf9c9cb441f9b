import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { openStore, type StoreSettings } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore, neo4jSettings } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";
import { breakableLink } from "../survival/broken-link.js";

/** A thousand million rows, one after another: minutes of work in little memory. */
const RUNAWAY = cypher(`
  UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b UNWIND range(1, 1000) AS c
  WITH a + b + c AS s WHERE s < 0
  RETURN count(s) AS runaway
`);
const RUNNING = cypher(
  "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'runaway' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery",
);
const QUERY = '{ paper(id: "hash:none") { id } }';

/** The store, with a statement that takes minutes in place of the first one that is read. */
const slowOnce = (store: Store) => {
  let isFirst = true;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const read: Store["read"] = (statement, params, options) => {
    if (!isFirst) return store.read(statement, params, options);
    isFirst = false;
    begin();
    return store.read(RUNAWAY, {}, options);
  };
  const slow = new Proxy(store, { get: (target, name) => (name === "read" ? read : Reflect.get(target, name)) });
  return { slow, begun };
};

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await delay(10);
};

eachStore((engine, open) => {
  let store: Store;
  /** Whether the store is at the slow statement; only Neo4j tells. */
  const isRunning = async () => (await store.read(RUNNING)).length > 0;
  const answersNext = async (client: Client) =>
    expect((await client.ask(QUERY)).body).toEqual({ data: { paper: null } });

  beforeAll(async () => {
    store = await open();
  });

  describe("a question that takes too long", () => {
    it("is TIMEOUT with what is allowed, and the store is free for the next", async () => {
      const client = await serve(slowOnce(store).slow, { limits: { requestMs: 300 } });
      const { status, body } = await client.ask(QUERY);
      expect({ status, data: body.data, errors: body.errors }).toEqual({
        status: 503,
        data: { paper: null },
        errors: [
          {
            message: "The request took longer than the 300 ms allowed and was stopped. Ask for less at once.",
            locations: [{ line: 1, column: 3 }],
            path: ["paper"],
            extensions: { code: "TIMEOUT", got: expect.any(Number), allowed: 300 },
          },
        ],
      });
      if (engine === "neo4j") await until(async () => !(await isRunning()));
      await answersNext(await serve(store));
    });
  });

  describe("a client that hangs up", () => {
    it("leaves the store free for the next", async () => {
      const { slow, begun } = slowOnce(store);
      const client = await serve(slow);
      const impatient = new AbortController();
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ query: QUERY });
      const asked = fetch(`${client.url}/graphql`, { method: "POST", headers, body, signal: impatient.signal });
      await begun;
      if (engine === "neo4j") await until(isRunning);
      impatient.abort();
      await expect(asked).rejects.toThrow();
      if (engine === "neo4j") await until(async () => !(await isRunning()));
      await answersNext(client);
    });
  });
});

const settings = neo4jSettings();
(settings?.engine === "neo4j" ? describe : describe.skip)("a server whose Neo4j goes away", () => {
  it("answers 503 until it is back, and the question then, by itself", async () => {
    const link = await breakableLink((settings as { uri: string }).uri);
    const store = await openStore({ ...(settings as StoreSettings & { engine: "neo4j" }), uri: link.uri });
    const client = await serve(store);
    let restore = () => {};
    const cut = link.cut(
      new Promise<void>((resolve) => {
        restore = resolve;
      }),
    );
    const { status, body } = await client.ask(QUERY);
    expect({ status, errors: body.errors }).toEqual({
      status: 503,
      errors: [
        {
          message: expect.stringMatching(/^Neo4j at \S+ does not answer\./),
          locations: [{ line: 1, column: 3 }],
          path: ["paper"],
          extensions: { code: "STORE_UNAVAILABLE", statement: "paper/get-by-ids" },
        },
      ],
    });
    expect((await client.send("/ready")).status).toBe(503);
    restore();
    await cut;
    expect((await client.ask(QUERY)).body).toEqual({ data: { paper: null } });
    expect((await client.send("/ready")).status).toBe(200);
    await store.close();
    await link.close();
  });
});
