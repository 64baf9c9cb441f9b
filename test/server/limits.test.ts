import { beforeAll, describe, expect, it } from "@jest/globals";
import { LIMITS } from "../../src/limits.js";
import { load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";

const times = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(" ");

/** `papers { nodes { methods { nodes { papers ... id } } } }`, `pairs` of lists deep: four levels each. */
const deep = (pairs: number, inner = "id"): string =>
  pairs === 0 ? inner : `papers(first: 1) { nodes { methods(first: 1) { nodes { ${deep(pairs - 1, inner)} } } } }`;

const fragments = (n: number): string =>
  times(
    n,
    (i) => `fragment F${i} on Paper { methods(first: 1) { nodes { papers(first: 1) { nodes { ...F${i + 1} } } } } }`,
  );

/** `{ NOT: { NOT: ... {} } }`, so many objects deep. */
const nested = (levels: number): Record<string, unknown> => {
  let where: Record<string, unknown> = {};
  for (let level = 1; level < levels; level += 1) where = { NOT: where };
  return where;
};

interface Hostile {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly status?: number;
  readonly errors: readonly unknown[];
}

const limit = (message: string, got: number, allowed: number) => ({
  message,
  extensions: { code: "LIMIT_EXCEEDED", got, allowed },
});

const HOSTILE: Readonly<Record<string, Hostile>> = {
  "a page of a thousand million": {
    query: "{ papers(first: 1000000000) { nodes { id } } }",
    errors: [
      limit("`first` is 1000000000; at most 100 are allowed. Ask for more pages with `after`.", 1_000_000_000, 100),
    ],
  },
  "a page size beyond a 32-bit number": {
    query: "{ papers(first: 10000000000) { nodes { id } } }",
    errors: [
      {
        message: "Int cannot represent non 32-bit signed integer value: 10000000000",
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ],
  },
  "a broken cursor": {
    query: '{ papers(after: "broken") { nodes { id } } }',
    errors: [
      {
        message:
          "The cursor in `after` is not a cursor, or was cut. Take it from `endCursor` or an edge of the same field and `orderBy`.",
        extensions: { code: "BAD_CURSOR" },
      },
    ],
  },
  "fields too deep": {
    query: `{ ${deep(4)} }`,
    errors: [limit("The operation is 17 levels deep; 12 are allowed. Split it into several operations.", 17, 12)],
  },
  "fields too deep by way of fragments": {
    query: `{ papers(first: 1) { nodes { ...F0 } } } ${fragments(3)} fragment F3 on Paper { id }`,
    errors: [limit("The operation is 15 levels deep; 12 are allowed. Split it into several operations.", 15, 12)],
  },
  "fragments in a circle": {
    query: "{ papers { nodes { ...A } } } fragment A on Paper { ...B } fragment B on Paper { ...A }",
    errors: [
      {
        message: 'Cannot spread fragment "A" within itself via "B".',
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ],
  },
  "many aliases": {
    query: `{ ${times(15, (i) => `a${i}: paper(id: "x") { b${i}: id c${i}: title }`)} }`,
    errors: [limit("The document has 45 aliases; 30 are allowed. Split it into several requests.", 45, 30)],
  },
  "many fields at the root": {
    query: `{ ${times(21, (i) => `a${i}: __typename`)} }`,
    errors: [limit("The document has 21 root fields; 20 are allowed. Split it into several requests.", 21, 20)],
  },
  "many directives": {
    query: `{ papers { ${times(51, () => "pageInfo @include(if: true) { hasNextPage }")} } }`,
    errors: [limit("The document has 51 directives; 50 are allowed. Split it into several requests.", 51, 50)],
  },
  "many tokens": {
    query: `{ ${times(2001, () => "x")} }`,
    errors: [limit("The document has 2003 tokens; 2000 are allowed. Split it into several requests.", 2003, 2000)],
  },
  "fragments that multiply": {
    query: `{ papers { nodes { ...F0 } } } ${times(14, (i) => `fragment F${i} on Paper { ...F${i + 1} ...F${i + 1} }`)} fragment F14 on Paper { id }`,
    errors: [
      limit(
        "The operation selects 16386 fields, fragments followed; 10000 are allowed. Use fewer spreads.",
        16_386,
        10_000,
      ),
    ],
  },
  "pages that multiply": {
    query: "{ papers(first: 100) { nodes { methods(first: 100) { nodes { papers(first: 100) { nodes { id } } } } } } }",
    errors: [
      limit("The operation may make 2020200 objects; 50000 are allowed. Ask for smaller pages.", 2_020_200, 50_000),
    ],
  },
  "pages that multiply by variables": {
    query:
      "query Q($n: Int) { papers(first: $n) { nodes { methods(first: $n) { nodes { papers(first: $n) { nodes { id } } } } } } }",
    variables: { n: 100 },
    errors: [
      limit("The operation may make 2020200 objects; 50000 are allowed. Ask for smaller pages.", 2_020_200, 50_000),
    ],
  },
  "lists without pages that multiply": {
    query: "{ entities(first: 100) { nodes { coOccurring(first: 100) { nodes { trend { years { year } } } } } } }",
    errors: [
      limit("The operation may make 1030200 objects; 50000 are allowed. Ask for smaller pages.", 1_030_200, 50_000),
    ],
  },
  "variables nested deep": {
    query: "query Q($where: PaperWhere) { papers(where: $where) { totalCount } }",
    variables: { where: nested(1_000) },
    errors: [limit("The variables are 1001 levels deep; 20 are allowed. Make them flatter.", 1001, 20)],
  },
  "a long list": {
    query: "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    variables: { ids: Array.from({ length: 201 }, (_, i) => `hash:${i}`) },
    errors: [limit("A list argument has 201 items; 200 are allowed. Ask in parts.", 201, 200)],
  },
};

eachStore((_engine, open) => {
  describe("a server", () => {
    let client: Client;

    beforeAll(async () => {
      const store = await open();
      await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES", "GLUE / DATASET / EVALUATES"] });
      client = await serve(store);
    });

    it.each(Object.entries(HOSTILE))("refuses %s", async (_name, { query, variables, status = 400, errors }) => {
      const answer = await client.ask(query, variables);
      const shown = answer.body.errors.map(({ message, extensions }: { message: string; extensions: unknown }) => ({
        message,
        extensions,
      }));
      expect({ status: answer.status, errors: shown }).toEqual({ status, errors });
    });

    it("weighs a document anew for other variables", async () => {
      const query =
        "query Q($n: Int, $all: Boolean!) { papers(first: $n) { nodes { methods(first: $n) { nodes { papers(first: $n) { nodes { id } } } } } more: nodes @include(if: $all) { related(first: $n) { nodes { models(first: $n) { nodes { id } } } } } } }";
      const refusal = async (n: number, all: boolean) =>
        (await client.ask(query, { n, all })).body.errors?.[0].extensions.got;
      expect([await refusal(10, false), await refusal(50, false), await refusal(10, false)]).toEqual([
        undefined,
        255_100,
        undefined,
      ]);
      expect(await refusal(50, true)).toBeGreaterThan(255_100);
      expect(await refusal(50, false)).toBe(255_100);
    });

    it("refuses a body of 300 KB", async () => {
      const answer = await client.ask(`{ papers { nodes { id } } } # ${"x".repeat(300_000)}`);
      const message = "The body is larger than the 262144 bytes allowed. Send less, or use variables.";
      expect({ status: answer.status, body: answer.body }).toEqual({
        status: 413,
        body: { errors: [limit(message, 300_042, 262_144)] },
      });
    });

    it("refuses a body that comes in chunks without an end", async () => {
      const chunk = new TextEncoder().encode(" ".repeat(65_536));
      const body = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
      const headers = { "content-type": "application/json" };
      const answer = await client
        .send("/graphql", { method: "POST", headers, body, duplex: "half" } as RequestInit)
        .catch(() => "hung up");
      if (answer !== "hung up") expect(answer).toMatchObject({ status: 413 });
      expect((await client.ask("{ __typename }")).status).toBe(200);
    });

    it("answers null for an id that it does not have", async () => {
      const { status, body } = await client.ask('{ paper(id: "hash:none") { id } entity(id: "entity:none") { id } }');
      expect({ status, body }).toEqual({ status: 200, body: { data: { paper: null, entity: null } } });
    });

    it("answers an ordinary question after all of that", async () => {
      const { body } = await client.ask('{ paper(id: "hash:1") { id models { nodes { name } } } }');
      expect(body).toEqual({ data: { paper: { id: "hash:1", models: { nodes: [{ name: "BERT" }] } } } });
    });

    it("takes the query that tools read the schema with", async () => {
      const { getIntrospectionQuery } = await import("graphql");
      const { status, body } = await client.ask(getIntrospectionQuery());
      expect({ status, query: body.data.__schema.queryType.name }).toEqual({ status: 200, query: "Query" });
    });

    it("says its limits", async () => {
      const { body } = await client.ask(`{ meta { limits { ${Object.keys(LIMITS).join(" ")} } } }`);
      expect(body.data.meta.limits).toEqual(LIMITS);
    });
  });
});
