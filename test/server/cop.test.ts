import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { type Answer, type Client, serve } from "../support/serve.js";

/**
 * The twelve checks of graphql-cop, a scanner for misconfigured servers, as tests: what it sends, and that the answer is not
 * the one that it reports. It reports one thing here, introspection, which is on by intention. So is the editor at
 * /graphiql, which it looks for by words in the page that are not there; what matters about it is in graphiql.test.ts.
 */
const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

const post = (client: Client, body: unknown, headers: Record<string, string> = {}) =>
  client.send("/graphql", { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
const get = (client: Client, query: string) => client.send(`/graphql?query=${encodeURIComponent(query)}`);

const typenames = (count: number) => Array.from({ length: count }, (_, i) => `alias${i}:__typename`).join(" ");
const CIRCULAR = `query { __schema { types { fields { type { fields { type { fields { type { fields { type {
  name } } } } } } } } } } }`;

interface Check {
  readonly send: (client: Client) => Promise<Answer>;
  /** Whether the scanner would report the answer. */
  readonly isReported: (answer: Answer) => boolean;
}

const hasData = ({ body }: Answer): boolean =>
  Boolean(body?.data?.__typename ?? body?.data?.alias0 ?? body?.data?.__schema);

const text = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

const CHECKS: Readonly<Record<string, Check>> = {
  "alias overloading": { send: (client) => post(client, { query: `{ ${typenames(101)} }` }), isReported: hasData },
  "batched requests": {
    send: (client) => post(client, Array(10).fill({ query: "query cop { __typename }" })),
    isReported: ({ body }) => Array.isArray(body),
  },
  "directive overloading": {
    send: (client) => post(client, { query: `query cop { __typename ${"@aa".repeat(10)} }` }),
    isReported: ({ body }) => body.errors.length >= 10,
  },
  "circular introspection": { send: (client) => post(client, { query: CIRCULAR }), isReported: hasData },
  "field suggestions": {
    send: (client) => post(client, { query: "query cop { __schema { directive } }" }),
    isReported: ({ body }) => body.errors.some(({ message }: { message: string }) => message.includes("Did you mean")),
  },
  "a query by GET that any page could make": {
    send: (client) => get(client, "query cop { __typename }"),
    isReported: hasData,
  },
  "a mutation by GET": {
    send: (client) =>
      client.send(`/graphql?query=${encodeURIComponent("mutation cop { __typename }")}`, {
        headers: { "apollo-require-preflight": "1" },
      }),
    isReported: hasData,
  },
  "a form that any page could send": {
    send: (client) =>
      client.send("/graphql", {
        method: "POST",
        headers: FORM_TYPE,
        body: new URLSearchParams({ query: "{ __typename }" }),
      }),
    isReported: hasData,
  },
  "tracing in answers": {
    send: (client) => post(client, { query: "query cop { __typename }" }),
    isReported: ({ body }) => /tracing|exception|stacktrace/i.test(JSON.stringify(body)),
  },
  "errors that are not handled": {
    send: (client) => post(client, { query: "qwerty cop { abc }" }),
    isReported: ({ body }) => /exception|stacktrace|node_modules/i.test(JSON.stringify(body)),
  },
  ...Object.fromEntries(
    ["/graphiql", "/playground", "/console", "/graphql"].map((path) => [
      `an editor for anyone at ${path}`,
      {
        send: (client: Client) => client.send(path),
        isReported: ({ body }: Answer) =>
          /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/.test(text(body)),
      },
    ]),
  ),
};

eachStore((_engine, open) => {
  describe("graphql-cop", () => {
    let store: Store;
    let client: Client;
    beforeAll(async () => {
      store = await open();
      client = await serve(store);
    });

    it.each(Object.entries(CHECKS))("does not report %s", async (_name, { send, isReported }) => {
      expect(isReported(await send(client))).toBe(false);
    });

    it("reports introspection, which is on by intention", async () => {
      const { body } = await post(client, { query: "query cop { __schema { types { name fields { name } } } }" });
      expect(hasData({ body } as Answer)).toBe(true);
    });
  });
});
