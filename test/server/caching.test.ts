import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const GET = { "apollo-require-preflight": "1" };
const get = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const COUNT = "{ papers { totalCount } }";
const counted = (totalCount: number) => ({ data: { papers: { totalCount } } });

eachStore((_engine, open) => {
  let store: Store;
  let client: Client;

  beforeAll(async () => {
    store = await open();
    await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES"] });
    client = await serve(store, { corsOrigins: ["https://papers.example"] });
  });

  describe("an answer to GET", () => {
    const etagOf = async (path: string, headers: Record<string, string> = {}) =>
      (await client.send(path, { headers: { ...GET, ...headers } })).headers.get("etag") ?? "";

    it("has a name, by which it is not sent again", async () => {
      const first = await client.send(get(COUNT), { headers: GET });
      expect({ body: first.body, cache: first.headers.get("cache-control") }).toEqual({
        body: counted(1),
        cache: "no-cache",
      });
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
      const again = await client.send(get(COUNT), { headers: { ...GET, "if-none-match": `"other", ${etag}` } });
      expect({ status: again.status, body: again.body, etag: again.headers.get("etag") }).toEqual({
        status: 304,
        body: "",
        etag,
      });
    });

    it("has another name for another question, other variables and another form", async () => {
      const names = await Promise.all([
        etagOf(get(COUNT)),
        etagOf(get("{ papers { totalCount __typename } }")),
        etagOf(`${get(COUNT)}&variables=%7B%7D`),
        etagOf(get(COUNT), { accept: "application/graphql-response+json" }),
      ]);
      expect(new Set(names).size).toBe(4);
      expect(await etagOf(get(COUNT))).toBe(names[0]);
    });

    it("is sent anew once the graph has changed", async () => {
      const etag = await etagOf(get(COUNT));
      await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES"], "hash:2": ["GLUE / DATASET / USES"] });
      const { status, body, headers } = await client.send(get(COUNT), { headers: { ...GET, "if-none-match": etag } });
      expect({ status, body, renamed: headers.get("etag") !== etag }).toEqual({
        status: 200,
        body: counted(2),
        renamed: true,
      });
    });

    it.each([
      ["a refusal", get("{ nothing }"), { headers: GET }],
      ["a field that failed", get('{ papers(after: "x") { totalCount } }'), { headers: GET }],
      [
        "a POST",
        "/graphql",
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: COUNT }),
        },
      ],
    ])("is kept by no one when it is %s", async (_name, path, init) => {
      const { headers } = await client.send(path, init);
      expect([headers.get("etag"), headers.get("cache-control")]).toEqual([null, "no-store"]);
    });
  });

  describe("compression", () => {
    const schema = (encoding: string) =>
      fetch(`${client.url}/schema.graphql`, { headers: { "accept-encoding": encoding } });

    it.each(["br", "gzip"])("is %s for who takes it", async (encoding) => {
      const { headers } = await schema(encoding);
      expect([headers.get("content-encoding"), headers.get("vary")]).toEqual([
        encoding,
        expect.stringMatching(/accept-encoding/i),
      ]);
    });

    it.each(["identity", "unknown"])("is not done for who takes %s", async (encoding) => {
      const response = await schema(encoding);
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.text()).toContain("type Query {");
    });

    it("is not undone in requests, where a small body may be a huge one", async () => {
      const headers = { "content-type": "application/json", "content-encoding": "gzip" };
      const { status, body } = await client.send("/graphql", { method: "POST", headers, body: "\u001f" });
      expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 400, code: "BAD_REQUEST" });
    });
  });

  describe("a persisted query", () => {
    const post = (body: unknown) =>
      client.send("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const by = (sha256Hash: string, version = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });
    const QUERY = '{ paper(id: "hash:1") { id } }';
    const ANSWER = { data: { paper: { id: "hash:1" } } };

    it("is asked by its sha256 once it was sent whole", async () => {
      const missing = await post(by(sha256(QUERY)));
      expect({ status: missing.status, errors: missing.body.errors }).toEqual({
        status: 200,
        errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
      });
      expect((await post({ query: QUERY, ...by(sha256(QUERY)) })).body).toEqual(ANSWER);
      expect((await post(by(sha256(QUERY)))).body).toEqual(ANSWER);
      const extensions = encodeURIComponent(JSON.stringify(by(sha256(QUERY)).extensions));
      expect((await client.send(`/graphql?extensions=${extensions}`, { headers: GET })).body).toEqual(ANSWER);
    });

    it.each([
      ["another document's sha256", { query: QUERY, ...by(sha256("{ other }")) }, "provided sha does not match query"],
      ["an unknown version", { query: QUERY, ...by(sha256(QUERY), 2) }, "Unsupported persisted query version"],
    ])("is refused with %s", async (_name, request, message) => {
      const { status, body } = await post(request);
      expect({ status, errors: body.errors }).toEqual({
        status: 400,
        errors: [{ message, extensions: { code: "BAD_REQUEST" } }],
      });
    });

    it("is not kept when it is refused", async () => {
      const query = "{ nothing }";
      expect((await post({ query, ...by(sha256(query)) })).status).toBe(400);
      expect((await post(by(sha256(query)))).body.errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    });
  });
});
