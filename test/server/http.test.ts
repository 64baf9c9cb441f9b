import { beforeAll, describe, expect, it } from "@jest/globals";
import { serverAudits } from "graphql-http";
import type { Store } from "../../src/store/store.js";
import { load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";

const JSON_POST = { method: "POST", headers: { "content-type": "application/json" } };
const QUERY = '{ paper(id: "hash:1") { id } }';
const ANSWER = { data: { paper: { id: "hash:1" } } };

const codeOf = (body: { errors: { extensions: { code: string } }[] }) => body.errors[0]?.extensions.code;

eachStore((engine, open) => {
  let store: Store;
  let client: Client;

  beforeAll(async () => {
    store = await open();
    await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES"] });
    client = await serve(store, { corsOrigins: ["https://papers.example"] });
  });

  describe("GraphQL over HTTP", () => {
    const address = () => `/graphql?query=${encodeURIComponent(QUERY)}`;

    it("answers a GET by a client that no page of another site can imitate", async () => {
      const { status, body } = await client.send(address(), { headers: { "apollo-require-preflight": "1" } });
      expect({ status, body }).toEqual({ status: 200, body: ANSWER });
    });

    it.each([
      ["a GET that a link could make", () => client.send(address())],
      ["a form", () => client.send("/graphql", { method: "POST", body: new URLSearchParams({ query: QUERY }) })],
      ["a text body", () => client.send("/graphql", { method: "POST", body: JSON.stringify({ query: QUERY }) })],
    ])("refuses %s", async (_name, send) => {
      const { status, body } = await send();
      expect({ refused: status >= 400 && status < 500, code: codeOf(body) }).toEqual({
        refused: true,
        code: "BAD_REQUEST",
      });
    });

    it("refuses a batch", async () => {
      const { status, body } = await client.send("/graphql", {
        ...JSON_POST,
        body: JSON.stringify([{ query: QUERY }, { query: QUERY }]),
      });
      expect({ status, code: codeOf(body) }).toEqual({ status: 400, code: "BAD_REQUEST" });
    });

    it.each([
      ["broken JSON", '{"query":', 400, "BAD_REQUEST"],
      ["no query", "{}", 400, "BAD_REQUEST"],
      ["a query that is not GraphQL", '{"query":"{"}', 400, "GRAPHQL_PARSE_FAILED"],
      ["an unknown field", '{"query":"{ secrets }"}', 400, "GRAPHQL_VALIDATION_FAILED"],
      ["an unknown operation", `{"query":"{ __typename }","operationName":"X"}`, 400, "OPERATION_RESOLUTION_FAILURE"],
      ["a variable of the wrong type", '{"query":"query($i: ID!) { paper(id: $i) { id } }"}', 400, "BAD_USER_INPUT"],
      ["a prototype in the body", '{"query":"{ __typename }","__proto__":{"x":1}}', 400, "BAD_REQUEST"],
    ])("refuses %s", async (_name, body, status, code) => {
      const answer = await client.send("/graphql", { ...JSON_POST, body });
      expect({ status: answer.status, code: codeOf(answer.body) }).toEqual({ status, code });
    });

    it("gives every answer an id that its log lines carry", async () => {
      const [first, second] = [await client.ask(QUERY), await client.ask(QUERY)];
      const ids = [first, second].map(({ headers }) => headers.get("x-request-id"));
      expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
      expect(ids[0]).not.toBe(ids[1]);
    });

    it.each([
      ["https://papers.example", "https://papers.example"],
      ["https://elsewhere.example", null],
    ])("lets the pages of %s read answers as set", async (origin, allowed) => {
      const { headers } = await client.send("/health", { headers: { origin } });
      expect(headers.get("access-control-allow-origin")).toBe(allowed);
    });

    it("lets no page of another site read answers when nothing is set", async () => {
      const { url } = await serve(store);
      const response = await fetch(`${url}/health`, { headers: { origin: "https://papers.example" } });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    });

    // The audits need a GET that passes the guard against forged requests, so each request carries its header.
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), "apollo-require-preflight": "1" },
      });
    it.each(serverAudits({ url: () => `${client.url}/graphql`, fetchFn }).map((audit) => [audit.name, audit] as const))(
      "%s",
      async (_name, audit) => {
        const result = await audit.fn();
        expect(result.status === "error" ? result.reason : "no error").toBe("no error");
      },
    );
  });

  describe("the other addresses", () => {
    it("/health tells that the process runs", async () => {
      expect(await client.send("/health")).toMatchObject({ status: 200, body: { status: "ok" } });
    });

    it("/ready tells that the store answers", async () => {
      expect(await client.send("/ready")).toMatchObject({ status: 200, body: { status: "ok" } });
    });

    it("/schema.graphql is the schema", async () => {
      const { status, body } = await client.send("/schema.graphql");
      expect({ status, query: body.includes("type Query {") }).toEqual({ status: 200, query: true });
    });

    it("/ shows a first question and loads nothing from elsewhere", async () => {
      const { status, body, headers } = await client.send("/");
      expect({
        status,
        question: body.includes("curl -s"),
        foreign: body.match(/(src|href)="http/g),
        policy: headers.get("content-security-policy"),
      }).toEqual({
        status: 200,
        question: true,
        foreign: null,
        policy: "default-src 'none'; style-src 'unsafe-inline'",
      });
    });

    it("anything else says where GraphQL is", async () => {
      expect(await client.send("/nothing?x=1")).toMatchObject({
        status: 404,
        body: { errors: [{ message: "Nothing is at GET /nothing. GraphQL is at /graphql." }] },
      });
    });
  });

  describe("a server whose store is gone", () => {
    let orphan: Client;

    beforeAll(async () => {
      const gone = await open();
      orphan = await serve(gone);
      await gone.close();
    });

    it("answers 503 with the code and nothing of the engine's own words", async () => {
      const { status, body } = await orphan.ask("{ papers { nodes { id } } }");
      expect({ status, code: codeOf(body), data: body.data }).toEqual({
        status: 503,
        code: "STORE_UNAVAILABLE",
        data: null,
      });
      expect(JSON.stringify(body)).not.toMatch(/grafeo|bolt:|neo4j:|driver|pool/i);
    });

    it("is alive but not ready", async () => {
      const health = await orphan.send("/health");
      const ready = await orphan.send("/ready");
      expect([health.status, ready.status, ready.body]).toEqual([200, 503, { status: "unavailable" }]);
    });
  });

  it(`says that it runs on ${engine}`, async () => {
    const { body } = await client.ask("{ meta { engine } }");
    expect(body).toEqual({ data: { meta: { engine } } });
  });
});
