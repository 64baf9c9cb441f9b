import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { entitiesIn, papersIn } from "./support/brute-force.js";
import { loadGraph, papersOf } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

eachStore((_engine, open) => {
  describe("entities of a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });

    it("give every field, as the type of their kind", async () => {
      const document = `{ entity(id: "entity:bert") {
        __typename id kind name aliases paperCount firstYear
        ... on Node { nodeId: id } ... on Model { modelId: id } ... on Dataset { datasetId: id }
      } }`;
      expect(await ask(store, document)).toEqual({
        entity: {
          __typename: "Model",
          id: "entity:bert",
          kind: "MODEL",
          name: "BERT",
          aliases: ["Bidirectional Encoder Representations"],
          paperCount: 3,
          firstYear: 2018,
          nodeId: "entity:bert",
          modelId: "entity:bert",
        },
      });
    });

    it("are found by an id they had once", async () => {
      const document = `{ a: entity(id: "entity:sam") { id } b: model(id: "entity:bidirectional-bert") { id } }`;
      const found = { a: { id: "entity:segment-anything-model" }, b: { id: "entity:bert" } };
      expect(await ask(store, document)).toEqual(found);
    });

    it.each([
      ['entity(id: "entity:no-such")'],
      ['entity(id: "arxiv:1706.03762")'],
      ['entity(id: "")'],
      ['method(id: "entity:bert")'],
      ['dataset(name: "BERT")'],
      ['model(name: "!?")'],
    ])("answer null for %s", async (field) => {
      expect(await ask(store, `{ none: ${field} { id } }`)).toEqual({ none: null });
    });

    it("are found by name, alias or acronym, of the kind that is asked for", async () => {
      const document = `{
        bert: model(name: "bert") { id }
        long: model(name: "bidirectional-encoder representations") { id }
        optimiser: method(name: "SAM") { id }
        segmenter: model(name: "sam") { id }
        glue: dataset(name: "GLUE") { id }
      }`;
      expect(await ask(store, document)).toEqual({
        bert: { id: "entity:bert" },
        long: { id: "entity:bert" },
        optimiser: { id: "entity:sharpness-aware-minimization" },
        segmenter: { id: "entity:segment-anything-model" },
        glue: { id: "entity:glue" },
      });
    });

    it("are refused with both id and name, and with neither", async () => {
      expect(await fails(store, `{ model { id } }`)).toEqual([{ code: "BAD_ARGUMENT", got: "neither" }]);
      expect(await fails(store, `{ model(id: "entity:bert", name: "BERT") { id } }`)).toEqual([
        { code: "BAD_ARGUMENT", got: "both" },
      ]);
    });

    const list = async (where: object): Promise<string[]> => {
      type Answer = { entities: { totalCount: number; nodes: { id: string }[] } };
      const document = "query ($where: EntityWhere) { entities(where: $where) { totalCount nodes { id } } }";
      const { entities } = await ask<Answer>(store, document, { where });
      expect(entities.totalCount).toBe(entities.nodes.length);
      return entities.nodes.map(({ id }) => id.replace("entity:", ""));
    };

    it("are listed by name or alias, those in most papers first", async () => {
      const sams = ["segment-anything-model", "sharpness-aware-minimization"];
      expect(await list({ names: ["SAM"] })).toEqual(sams);
      expect(await list({ names: ["sam", "BERT"], kinds: ["MODEL"] })).toEqual(["bert", "segment-anything-model"]);
      expect(await list({ names: ["sam"], ids: ["entity:sharpness-aware-minimization", "entity:bert"] })).toEqual([
        "sharpness-aware-minimization",
      ]);
      expect(await list({ names: ["no such name"] })).toEqual([]);
      expect(await list({ names: [] })).toEqual([]);
    });

    it("are listed by an id they had once", async () => {
      expect(await list({ ids: ["entity:sam"] })).toEqual(["segment-anything-model"]);
    });

    it("are counted inside a part of the corpus", async () => {
      const document = `query ($where: EntityWhere) {
        entities(where: $where) { edges { paperCount firstYear node { name paperCount firstYear } } }
      }`;
      const where = { kinds: ["METHOD"], papers: { years: { from: 2018 } } };
      expect(await ask(store, document, { where })).toEqual({
        entities: {
          edges: [
            { paperCount: 3, firstYear: 2018, node: { name: "Transformer", paperCount: 4, firstYear: 2017 } },
            {
              paperCount: 1,
              firstYear: 2020,
              node: { name: "Sharpness-Aware Minimization", paperCount: 1, firstYear: 2020 },
            },
          ],
        },
      });
    });

    it("lead to their papers with role, confidence and evidence", async () => {
      const document = `{ entity(id: "entity:bert") { papers(role: MENTIONS) {
        totalCount
        edges { role confidence spans { field start end } evidence { field text highlights { start end } } node { id } }
      } } }`;
      expect(await ask(store, document)).toEqual({
        entity: {
          papers: {
            totalCount: 1,
            edges: [
              {
                role: "MENTIONS",
                confidence: 0.6,
                spans: [{ field: "ABSTRACT", start: 40, end: 44 }],
                evidence: [
                  {
                    field: "ABSTRACT",
                    text: "A Transformer reads ImageNet patches as BERT reads words.",
                    highlights: [{ start: 40, end: 44 }],
                  },
                ],
                node: { id: "arxiv:2010.11929" },
              },
            ],
          },
        },
      });
    });

    it("lead to variants and back", async () => {
      const document = `{
        base: entity(id: "entity:bert") { variants { totalCount nodes { name variantOf { name } } } variantOf { name } }
        paged: entity(id: "entity:bert") { variants(first: 1) { pageInfo { hasNextPage } nodes { name } } }
        none: entity(id: "entity:glue") { variants { totalCount nodes { name } } variantOf { name } }
      }`;
      expect(await ask(store, document)).toEqual({
        base: {
          variants: {
            totalCount: 2,
            nodes: ["BERT-base", "BERT-large"].map((name) => ({ name, variantOf: [{ name: "BERT" }] })),
          },
          variantOf: [],
        },
        paged: { variants: { pageInfo: { hasNextPage: true }, nodes: [{ name: "BERT-base" }] } },
        none: { variants: { totalCount: 0, nodes: [] }, variantOf: [] },
      });
    });

    it("lead to what papers mention together with them", async () => {
      const document = `query ($where: PaperWhere) { entity(id: "entity:transformer") { coOccurring(kind: MODEL, where: $where) {
        totalCount truncated edges { papersTogether node { name } }
      } } }`;
      const edge = (papersTogether: number, name: string) => ({ papersTogether, node: { name } });
      expect(await ask(store, document)).toEqual({
        entity: {
          coOccurring: {
            totalCount: 4,
            truncated: false,
            edges: [edge(2, "BERT"), edge(1, "BERT-base"), edge(1, "BERT-large"), edge(1, "Segment Anything Model")],
          },
        },
      });
      const where = { years: { from: 2020 } };
      expect(await ask(store, document, { where })).toEqual({
        entity: {
          coOccurring: { totalCount: 2, truncated: false, edges: [edge(1, "BERT"), edge(1, "Segment Anything Model")] },
        },
      });
    });

    it("go to papers and on to entities in two statements, however many there are", async () => {
      const heard = listening(store);
      await ask(
        heard.store,
        `{ entities(first: 5) { nodes { papers(first: 5) { nodes { title models { nodes { name } } } } } } }`,
      );
      expect(heard.read).toEqual(["entity/list", "entity/list-papers"]);
    });

    it("count their papers without reading them", async () => {
      const heard = listening(store);
      const document = `{ entity(id: "entity:bert") { papers { totalCount } } }`;
      expect(await ask(heard.store, document)).toEqual({ entity: { papers: { totalCount: 3 } } });
      expect(heard.read).toEqual(["entity/get-by-ids"]);
    });

    it.each([
      [{ where: { minPapers: -1 } }, { code: "BAD_ARGUMENT", got: -1, allowed: "at least 0" }],
      [{ where: { names: Array(201).fill("x") } }, { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 }],
      [{ where: { names: ["x".repeat(1001)] } }, { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 }],
      [{ where: { papers: { ids: Array(201).fill("x") } } }, { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 }],
      [{ first: 1_000_000_000 }, { code: "LIMIT_EXCEEDED", got: 1_000_000_000, allowed: 100 }],
      [{ after: "!" }, { code: "BAD_CURSOR" }],
    ])("refuse case %#", async (variables, error) => {
      const document = `query ($where: EntityWhere, $first: Int, $after: String) {
        entities(where: $where, first: $first, after: $after) { nodes { id } }
      }`;
      expect(await fails(store, document, variables)).toEqual([error]);
    });
  });

  describe("entities of a random graph", () => {
    const graph = randomGraph();
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });
    const orders = (["PAPER_COUNT", "NAME", "FIRST_YEAR"] as const).flatMap((field) =>
      (["ASC", "DESC"] as const).map((direction) => ({ field, direction })),
    );
    const part = { papers: { years: { from: 2020 } } };

    it.each(orders)("are walked page by page without loss or repeat, by $field $direction", async (orderBy) => {
      const document = `query ($where: EntityWhere, $orderBy: EntityOrderBy, $after: String) {
        entities(where: $where, orderBy: $orderBy, first: 4, after: $after) { ${PAGE} }
      }`;
      for (const where of [{}, part]) {
        const pages = await walk(store, document, { where, orderBy }, ({ entities }) => entities);
        expect(pages.flat()).toEqual(entitiesIn(graph, where, orderBy).map(({ entity }) => entity.id));
      }
    });

    it("have papers and companions that are walked page by page without loss or repeat", async () => {
      const papers = papersOf(graph, "entity:e0");
      const newest = papersIn({ ...graph, papers }, {}, { field: "DATE", direction: "DESC" });
      const document = (field: string) => `query ($after: String) {
        entity(id: "entity:e0") { list: ${field}(first: 3, after: $after) { ${PAGE} } }
      }`;
      const pages = await walk(store, document("papers"), {}, ({ entity }) => entity.list);
      expect(pages.flat()).toEqual(newest.map(({ id }) => id));
      const together = entitiesIn({ ...graph, papers }, { minPapers: 1 }, { field: "PAPER_COUNT", direction: "DESC" });
      const others = await walk(store, document("coOccurring"), {}, ({ entity }) => entity.list);
      expect(others.flat()).toEqual(together.map(({ entity }) => entity.id).filter((id) => id !== "entity:e0"));
    });

    it("answer a batch as they answer alone", async () => {
      const selection = `papers(first: 2, orderBy: { field: TITLE }) { totalCount nodes { id } }
        coOccurring(first: 2) { totalCount nodes { id } } found: papers(where: { venues: ["ICML"] }) { totalCount }`;
      type Answer = { entities: { nodes: { id: string }[] } };
      const { entities } = await ask<Answer>(store, `{ entities(first: 25) { nodes { id ${selection} } } }`);
      for (const entity of entities.nodes) {
        const alone = await ask(store, `query ($id: ID!) { entity(id: $id) { id ${selection} } }`, { id: entity.id });
        expect(alone).toEqual({ entity });
      }
    });
  });
});
