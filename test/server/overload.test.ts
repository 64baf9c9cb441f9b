import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { type Answer, type Client, serve } from "../support/serve.js";

const QUERY = '{ paper(id: "hash:none") { id } }';

/** The store, whose reads begin only when the gate opens. */
const gated = (store: Store) => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let entered = () => {};
  const reached = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const behind = new Proxy(store, {
    get: (target, name) => {
      if (name !== "read") return Reflect.get(target, name);
      return async (...args: Parameters<Store["read"]>) => {
        entered();
        await opened;
        return target.read(...args);
      };
    },
  });
  return { behind, open, reached };
};

/** The answer once the place is free: an answer may reach its client a moment before its place is given back. */
const askPatiently = async (client: Client): Promise<Answer> => {
  const answer = await client.ask(QUERY);
  return answer.status === 503 ? askPatiently(client) : answer;
};

eachStore((_engine, open) => {
  describe("a server with a place for one request", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });

    it("refuses a second one at once, says when to come again, and takes the next", async () => {
      const gate = gated(store);
      const client: Client = await serve(gate.behind, { limits: { concurrentRequests: 1 } });
      const first = client.ask(QUERY);
      await gate.reached;
      const second = await client.ask(QUERY);
      expect({ status: second.status, wait: second.headers.get("retry-after"), body: second.body }).toEqual({
        status: 503,
        wait: "1",
        body: {
          errors: [
            {
              message: "1 requests are under way; 1 are allowed at once. Ask again in a second.",
              extensions: { code: "OVERLOADED", got: 1, allowed: 1 },
            },
          ],
        },
      });
      expect((await client.send("/health")).status).toBe(200);
      gate.open();
      expect((await first).body).toEqual({ data: { paper: null } });
      expect((await askPatiently(client)).body).toEqual({ data: { paper: null } });
    });

    it("gives the place of a client that hung up to the next", async () => {
      const gate = gated(store);
      const client: Client = await serve(gate.behind, { limits: { concurrentRequests: 1 } });
      const impatient = new AbortController();
      const body = JSON.stringify({ query: QUERY });
      const headers = { "content-type": "application/json" };
      const first = fetch(`${client.url}/graphql`, { method: "POST", headers, body, signal: impatient.signal });
      await gate.reached;
      impatient.abort();
      await expect(first).rejects.toThrow();
      gate.open();
      expect((await askPatiently(client)).body).toEqual({ data: { paper: null } });
    });
  });
});
