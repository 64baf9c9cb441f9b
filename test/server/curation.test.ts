import { beforeAll, describe, expect, it } from "@jest/globals";
import { createCurator } from "../../ingest/curate/create-curator.js";
import type { Store } from "../../src/store/store.js";
import { lists, load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";

const TOKEN = "a-token-for-this-test";
const SIGNED = 'author: "Ada", reason: "because"';

eachStore((_engine, open) => {
  let store: Store;
  let client: Client;
  beforeAll(async () => {
    store = await open();
    await load(store, {
      p1: ["Alpha Net / MODEL / INTRODUCES", "Foo Bench / DATASET"],
      p2: ["AlphaNetwork / MODEL", "Foo Bench / DATASET", "Table"],
    });
    client = await serve(store, { administration: { token: TOKEN, curator: createCurator(store, lists([])) } });
  });

  const ask = async (query: string, authorization: string | null = `Bearer ${TOKEN}`, from = client) => {
    const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
    const { status, body } = await from.send("/graphql", { method: "POST", headers, body: JSON.stringify({ query }) });
    const [error] = body.errors ?? [];
    return error ? { status, code: error.extensions.code, message: error.message } : { status, ...body.data };
  };

  describe("mutations", () => {
    const MERGE = `mutation { mergeEntities(entity: "entity:alphanetwork", into: "entity:alpha-net", ${SIGNED}) { id op } }`;

    it.each([
      ["no token", null, "none was given"],
      ["another token", "Bearer another-token-for-it", "another one was given"],
      ["a part of the token", `Bearer ${TOKEN.slice(0, -1)}`, "another one was given"],
      ["another scheme", `Basic ${TOKEN}`, "none was given"],
    ])("are refused with %s", async (_, authorization, why) => {
      const answer = await ask(MERGE, authorization);
      expect(answer).toMatchObject({ status: 403, code: "ADMIN_ONLY", message: expect.stringContaining(why) });
      expect(answer.message).not.toContain(TOKEN);
    });

    it("are refused by a server without a token, whatever is given", async () => {
      const other = await serve(store);
      for (const authorization of [null, "Bearer ", `Bearer ${TOKEN}`])
        expect(await ask(MERGE, authorization, other)).toMatchObject({ status: 403, code: "ADMIN_ONLY" });
      expect(await ask("{ changes { totalCount } }", null, other)).toEqual({ status: 200, changes: { totalCount: 0 } });
    });

    it("change the graph at once, are listed, and can be undone", async () => {
      const { mergeEntities } = await ask(MERGE);
      expect(mergeEntities).toEqual({ id: expect.stringMatching(/^curation:[0-9a-f]{16}$/), op: "MERGE" });
      const entity = '{ entity(id: "entity:alphanetwork") { id name paperCount } }';
      expect((await ask(entity)).entity).toEqual({ id: "entity:alpha-net", name: "Alpha Net", paperCount: 2 });
      const undo = `mutation { undoDecision(decision: "${mergeEntities.id}", ${SIGNED}) { id op decision holds } }`;
      expect((await ask(undo)).undoDecision).toMatchObject({ op: "UNDO", decision: mergeEntities.id, holds: true });
      expect((await ask(entity)).entity).toEqual({ id: "entity:alphanetwork", name: "AlphaNetwork", paperCount: 1 });
      expect(await ask(undo)).toMatchObject({
        code: "BAD_ARGUMENT",
        message: expect.stringContaining("undone already"),
      });

      const page =
        "totalCount nodes { op entity into author reason holds appliedAt } pageInfo { hasNextPage endCursor }";
      const { changes: first } = await ask(`{ changes(first: 1) { ${page} } }`);
      expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
      expect(first.nodes).toMatchObject([
        {
          op: "MERGE",
          entity: "entity:alphanetwork",
          into: "entity:alpha-net",
          author: "Ada",
          reason: "because",
          holds: false,
        },
      ]);
      const { changes: second } = await ask(`{ changes(after: "${first.pageInfo.endCursor}") { ${page} } }`);
      expect(second.nodes).toMatchObject([{ op: "UNDO", holds: true }]);
      const { changes: since } = await ask(`{ changes(since: "${second.nodes[0].appliedAt}") { totalCount } }`);
      expect(since).toEqual({ totalCount: 1 });
    });

    it.each([
      [
        'renameEntity(entity: "entity:alpha-net", name: "AlphaNet 1"',
        { entity: "entity:alpha-net", name: "AlphaNet 1" },
      ],
      ['retypeEntity(entity: "entity:alpha-net", kind: METHOD', { entity: "entity:alpha-net", kind: "METHOD" }],
      ['addAlias(entity: "entity:foo-bench", name: "FB"', { entity: "entity:foo-bench", name: "FB" }],
      [
        'splitEntity(entity: "entity:foo-bench", papers: ["p2"], into: "Foo Bench B"',
        { into: "Foo Bench B", papers: ["p2"] },
      ],
      ['rejectName(name: "Table"', { name: "Table" }],
      ['rejectMention(paper: "p1", entity: "entity:alpha-net"', { papers: ["p1"], names: ["Alpha Net"] }],
    ])("%s", async (call, expected) => {
      const answer = await ask(`mutation { done: ${call}, ${SIGNED}) { id entity into name kind names papers } }`);
      expect(answer.done).toMatchObject(expected);
    });

    it("leave the graph that they say", async () => {
      const { papers } = await ask("{ papers { nodes { id mentions { nodes { id name kind } } } } }");
      const table = papers.nodes.map(({ id, mentions }: { id: string; mentions: { nodes: unknown[] } }) => [
        id,
        mentions.nodes,
      ]);
      expect(Object.fromEntries(table)).toEqual({
        p1: [{ id: "entity:foo-bench", name: "Foo Bench", kind: "DATASET" }],
        p2: [
          { id: "entity:alphanetwork", name: "AlphaNetwork", kind: "MODEL" },
          { id: "entity:foo-bench-b", name: "Foo Bench B", kind: "DATASET" },
        ],
      });
    });

    it.each([
      ['renameEntity(entity: "entity:none", name: "X"', "BAD_ARGUMENT", "entity:none is no entity"],
      ['renameEntity(entity: "entity:foo-bench", name: " "', "DECISION_MALFORMED", "name: must be a name"],
      ['rejectMention(paper: "p1", entity: "entity:foo-bench-b"', "BAD_ARGUMENT", "p1 is not linked"],
      ['mergeEntities(entity: "entity:foo-bench", into: "entity:foo-bench"', "BAD_ARGUMENT", "one entity already"],
      ['splitEntity(entity: "entity:foo-bench", into: "Y"', "DECISION_MALFORMED", "by names, papers or both"],
      ['undoDecision(decision: "curation:0000000000000000"', "BAD_ARGUMENT", "is no decision"],
    ])("%s is refused", async (call, code, message) => {
      const answer = await ask(`mutation { done: ${call}, ${SIGNED}) { id } }`);
      expect(answer).toMatchObject({ code, message: expect.stringContaining(message) });
    });
  });

  it("a time that is none is refused", async () => {
    expect(await ask('{ changes(since: "yesterday") { totalCount } }')).toMatchObject({ code: "BAD_ARGUMENT" });
  });
});
