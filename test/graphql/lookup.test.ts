import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { LIMITS } from "../../src/limits.js";
import { packageRoot } from "../../src/package-root.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { loadGraph } from "./support/load-graph.js";
import { SMALL } from "./support/small-graph.js";

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, SMALL);
  });

  describe("nodes", () => {
    it("are found by any id, in the order asked for, with null for what is not there", async () => {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Paper { title } ... on Entity { name } } }`;
      const ids = ["entity:glue", "arxiv:1706.03762", "nothing", "entity:sam", "entity:glue", "entity:"];
      const glue = { __typename: "Dataset", id: "entity:glue", name: "GLUE" };
      expect(await ask(store, document, { ids })).toEqual({
        nodes: [
          glue,
          { __typename: "Paper", id: "arxiv:1706.03762", title: "Attention alone" },
          null,
          { __typename: "Model", id: "entity:segment-anything-model", name: "Segment Anything Model" },
          glue,
          null,
        ],
      });
    });

    it("are read in one statement per type", async () => {
      const heard = listening(store);
      const ids = SMALL.papers.map(({ id }) => `"${id}"`).join(" ");
      await ask(heard.store, `{ nodes(ids: [${ids} "entity:glue" "entity:bert"]) { id } }`);
      expect(heard.read.sort()).toEqual(["entity/get-by-ids", "paper/get-by-ids"]);
    });

    it("are found one by one", async () => {
      const document = `{ paper: node(id: "hash:undated") { id } entity: node(id: "entity:bert") { id } none: node(id: "x") { id } }`;
      const found = { paper: { id: "hash:undated" }, entity: { id: "entity:bert" }, none: null };
      expect(await ask(store, document)).toEqual(found);
    });

    it("are refused above the length of a list", async () => {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
      const error = { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 };
      expect(await fails(store, document, { ids: Array(201).fill("x") })).toEqual([error]);
    });
  });

  describe("names", () => {
    const RESOLVE = `query ($names: [String!]!, $kinds: [Kind!]) {
      resolveNames(names: $names, kinds: $kinds) { name status entity { id } candidates { id } }
    }`;
    const segmenter = { id: "entity:segment-anything-model" };
    const optimiser = { id: "entity:sharpness-aware-minimization" };

    it("are direct, ambiguous or none", async () => {
      const names = ["bert", "SAM", "no such", "", "Bidirectional Encoder  Representations"];
      const bert = { id: "entity:bert" };
      expect(await ask(store, RESOLVE, { names })).toEqual({
        resolveNames: [
          { name: "bert", status: "DIRECT", entity: bert, candidates: [bert] },
          { name: "SAM", status: "AMBIGUOUS", entity: null, candidates: [segmenter, optimiser] },
          { name: "no such", status: "NONE", entity: null, candidates: [] },
          { name: "", status: "NONE", entity: null, candidates: [] },
          { name: names[4], status: "DIRECT", entity: bert, candidates: [bert] },
        ],
      });
    });

    it("are told apart by kind", async () => {
      expect(await ask(store, RESOLVE, { names: ["sam"], kinds: ["METHOD"] })).toEqual({
        resolveNames: [{ name: "sam", status: "DIRECT", entity: optimiser, candidates: [optimiser] }],
      });
      expect(await ask(store, RESOLVE, { names: ["sam"], kinds: [] })).toEqual({
        resolveNames: [{ name: "sam", status: "NONE", entity: null, candidates: [] }],
      });
    });

    it("are never read as a query", async () => {
      const names = [
        "'",
        "*",
        "Robby' WITH true as ignored MATCH (s) DETACH DELETE s; //",
        "\\u0027",
        "\u0000",
        "$keys",
      ];
      const { resolveNames } = await ask<{ resolveNames: { status: string }[] }>(store, RESOLVE, { names });
      expect(resolveNames.map(({ status }) => status)).toEqual(names.map(() => "NONE"));
      expect(await ask(store, "{ papers { totalCount } }")).toEqual({ papers: { totalCount: 6 } });
    });

    it("are refused when they are too many or too long", async () => {
      expect(await fails(store, RESOLVE, { names: Array(201).fill("x") })).toEqual([
        { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 },
      ]);
      expect(await fails(store, RESOLVE, { names: ["x".repeat(1001)] })).toEqual([
        { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 },
      ]);
    });
  });

  describe("search", () => {
    const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $where: PaperWhere, $first: Int) {
      search(text: $text, kinds: $kinds, where: $where, first: $first) {
        totals { kind count } papers { id } entities { id } truncated
      }
    }`;
    interface Answer {
      search: { totals: unknown; papers: { id: string }[]; entities: { id: string }[]; truncated: boolean };
    }
    const search = async (variables: Record<string, unknown>) => {
      const { search: found } = await ask<Answer>(store, SEARCH, variables);
      return { ...found, papers: found.papers.map(({ id }) => id).sort() };
    };
    const totals = (paper: number, method: number, model: number, dataset: number) => [
      { kind: "PAPER", count: paper },
      { kind: "METHOD", count: method },
      { kind: "MODEL", count: model },
      { kind: "DATASET", count: dataset },
    ];

    it("finds papers and entities with their totals, the entity of that name first", async () => {
      expect(await search({ text: "Bert" })).toEqual({
        totals: totals(3, 0, 3, 0),
        papers: ["arxiv:1810.04805", "arxiv:2010.11929", "hash:undated"],
        entities: [{ id: "entity:bert" }, { id: "entity:bert-base" }, { id: "entity:bert-large" }],
        truncated: false,
      });
    });

    it("finds only the kinds that are asked for", async () => {
      expect(await search({ text: "sam", kinds: ["METHOD"] })).toEqual({
        totals: [{ kind: "METHOD", count: 1 }],
        papers: [],
        entities: [{ id: "entity:sharpness-aware-minimization" }],
        truncated: false,
      });
      expect(await search({ text: "sam", kinds: ["PAPER"] })).toEqual({
        totals: [{ kind: "PAPER", count: 2 }],
        papers: ["arxiv:2304.02643", "doi:10.1/sam"],
        entities: [],
        truncated: false,
      });
    });

    it("finds and counts only what is in a part of the corpus", async () => {
      expect(await search({ text: "bert", where: { entities: { none: ["entity:bidirectional-bert"] } } })).toEqual({
        totals: totals(0, 0, 0, 0),
        papers: [],
        entities: [],
        truncated: false,
      });
      expect(await search({ text: "bert", where: { years: { from: 2019 } } })).toEqual({
        totals: totals(1, 0, 1, 0),
        papers: ["arxiv:2010.11929"],
        entities: [{ id: "entity:bert" }],
        truncated: false,
      });
    });

    it("gives no more than is asked for, but counts all", async () => {
      const found = await search({ text: "bert", first: 1 });
      expect([found.papers.length, found.entities, found.totals]).toEqual([
        1,
        [{ id: "entity:bert" }],
        totals(3, 0, 3, 0),
      ]);
    });

    it.each(["", " ", "?!", "zebra", "'", "* *", "bert OR zebra", "name:bert", "\\", "\u0000"])(
      "finds nothing for %j",
      async (text) => {
        expect(await search({ text })).toEqual({
          totals: totals(0, 0, 0, 0),
          papers: [],
          entities: [],
          truncated: false,
        });
      },
    );

    it.each([
      [{ text: "x".repeat(1001) }, { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 }],
      [
        { text: "x", first: 101 },
        { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 },
      ],
      [
        { text: "x", first: 0 },
        { code: "BAD_ARGUMENT", got: 0, allowed: "1 to 100" },
      ],
    ])("refuses case %#", async (variables, error) => {
      expect(await fails(store, SEARCH, variables)).toEqual([error]);
    });
  });

  it("says what it holds and what it allows", async () => {
    const limits = Object.keys(LIMITS).join(" ");
    const document = `{ meta {
      version engine engineVersion papers firstYear lastYear links
      entities { kind count } extractors { version papers } limits { ${limits} }
    } }`;
    const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
    expect(await ask(store, document)).toEqual({
      meta: {
        version,
        engine,
        engineVersion: (await store.info()).version,
        papers: 6,
        firstYear: 2017,
        lastYear: 2023,
        links: 15,
        entities: [
          { kind: "METHOD", count: 2 },
          { kind: "MODEL", count: 4 },
          { kind: "DATASET", count: 2 },
        ],
        extractors: [{ version: "test", papers: 6 }],
        limits: LIMITS,
      },
    });
  });
});

eachStore((_engine, open) => {
  it("answers from an empty store", async () => {
    const store = await open();
    const document = `{
      papers { totalCount nodes { id } } entities { totalCount nodes { id } }
      inPart: entities(where: { papers: {} }) { totalCount nodes { id } }
      search(text: "bert") { papers { id } entities { id } }
      meta { papers firstYear lastYear links entities { count } extractors { version } }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await ask(store, document)).toEqual({
      ...{ papers: none, entities: none, inPart: none, search: { papers: [], entities: [] } },
      meta: {
        ...{ papers: 0, firstYear: null, lastYear: null, links: 0, extractors: [] },
        entities: [{ count: 0 }, { count: 0 }, { count: 0 }],
      },
    });
  });
});
