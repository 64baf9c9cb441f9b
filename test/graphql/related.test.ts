import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { choose } from "../../schema/load/weights.js";
import { LIMITS } from "../../src/limits.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { passes, sorted } from "./support/brute-force.js";
import { loadGraph, papersOf, type TestGraph } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const RELATED = `query ($id: ID!, $via: [Kind!], $minShared: Int, $where: PaperWhere) {
  paper(id: $id) { related(via: $via, minShared: $minShared, where: $where, first: 100) {
    totalCount truncated leftOut { id } edges { weight node { id } shared { id } }
  } }
}`;

interface Demand {
  readonly id: string;
  readonly via: readonly Kind[];
  readonly minShared: number;
  readonly where: PaperFilter;
}

/** What the documentation of `related` says, paper by paper. */
function relatedTo(graph: TestGraph, { id, via, minShared, where }: Demand) {
  const paper = graph.papers.find((one) => one.id === id)!;
  const part = graph.papers.filter((other) => other.id !== id && passes(graph, other, where));
  const kindOf = new Map(graph.entities.map((entity) => [entity.id, entity.kind]));
  const own = paper.mentions.map(({ entity }) => entity).filter((entity) => via.includes(kindOf.get(entity)!));
  const papers = (entity: string) => papersOf({ ...graph, papers: [...part, paper] }, entity).length;
  const rarest = sorted(
    own.map((entity) => ({ id: entity })),
    (entity) => papers(entity.id),
    "ASC",
  ).map((entity) => entity.id);
  const rows = part.map((other) => {
    const shared = rarest.filter((entity) => other.mentions.some((mention) => mention.entity === entity));
    const weight = shared.reduce((sum, entity) => sum + Math.round(1e6 / Math.log(papers(entity))), 0);
    return { id: other.id, weight, shared };
  });
  const enough = rows.filter(({ shared }) => shared.length >= minShared);
  return sorted(enough, ({ weight }) => weight, "DESC").map((row) => ({
    weight: row.weight / 1e6,
    node: { id: row.id },
    shared: row.shared.map((entity) => ({ id: entity })),
  }));
}

const RUNS = { embedded: 150, neo4j: 20 };

eachStore((engine, open) => {
  describe("related papers of a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });

    it("come with what they share and its weight, closest first", async () => {
      const shared = (weight: number, id: string, ...entities: string[]) => ({
        weight,
        node: { id },
        shared: entities.map((entity) => ({ id: `entity:${entity}` })),
      });
      // 1 / ln 3 for BERT, 1 / ln 2 for GLUE and ImageNet, 1 / ln 4 for the Transformer.
      expect(await ask(store, RELATED, { id: "arxiv:1810.04805" })).toEqual({
        paper: {
          related: {
            totalCount: 4,
            truncated: false,
            leftOut: [],
            edges: [
              shared(2.352934, "hash:undated", "glue", "bert"),
              shared(1.631587, "arxiv:2010.11929", "bert", "transformer"),
              shared(0.721348, "arxiv:1706.03762", "transformer"),
              shared(0.721348, "arxiv:2304.02643", "transformer"),
            ],
          },
        },
      });
    });

    it("are weighed inside the part of the corpus that they are restricted to", async () => {
      const variables = { id: "arxiv:1810.04805", where: { ids: ["hash:undated", "arxiv:1706.03762"] } };
      const { paper } = await ask<{ paper: { related: { edges: { weight: number; node: object }[] } } }>(
        store,
        RELATED,
        variables,
      );
      const two = Math.round(1e6 / Math.log(2)) / 1e6;
      // GLUE, BERT and the Transformer are each in this paper and one other now: 1 / ln 2 each.
      expect(paper.related.edges.map(({ weight, node }) => ({ weight, ...node }))).toEqual([
        { weight: 2 * two, id: "hash:undated" },
        { weight: two, id: "arxiv:1706.03762" },
      ]);
    });

    it("need no statement beyond the mentions for a paper without any", async () => {
      const heard = listening(store);
      const document = `{ paper(id: "arxiv:1706.03762") { related(via: [DATASET]) { totalCount nodes { id } } } }`;
      expect(await ask(heard.store, document)).toEqual({ paper: { related: { totalCount: 0, nodes: [] } } });
      expect(heard.read).toEqual(["paper/get-by-ids", "paper/get-mentions"]);
    });

    it.each([
      ["related(minShared: 0)", { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" }],
      ["related(first: 101)", { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      ['related(after: "x")', { code: "BAD_CURSOR" }],
    ])("refuse %s", async (field, error) => {
      const document = `{ paper(id: "arxiv:1706.03762") { ${field} { totalCount nodes { id } } } }`;
      expect(await fails(store, document)).toEqual([error]);
    });
  });

  describe("related papers of a random graph", () => {
    const graph = randomGraph();
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });

    it("are exactly those that share, whatever the restriction", async () => {
      const demands = fc.record({
        id: fc.constantFrom(...graph.papers.map(({ id }) => id)),
        via: fc.subarray([...KINDS], { minLength: 1 }),
        minShared: fc.integer({ min: 1, max: 3 }),
        where: fc.oneof(fc.constant({}), anyPaperFilter),
      });
      const property = fc.asyncProperty(demands, async (demand) => {
        const edges = relatedTo(graph, demand);
        expect(await ask(store, RELATED, { ...demand })).toEqual({
          paper: { related: { totalCount: edges.length, truncated: false, leftOut: [], edges } },
        });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);

    it("are walked page by page without loss or repeat", async () => {
      const document = `query ($id: ID!, $after: String) { paper(id: $id) { related(first: 3, after: $after) { ${PAGE} } } }`;
      for (const { id } of graph.papers.slice(0, 8)) {
        const pages = await walk(store, document, { id }, ({ paper }) => paper.related);
        const expected = relatedTo(graph, { id, via: KINDS, minShared: 1, where: {} });
        expect(pages.flat()).toEqual(expected.map(({ node }) => node.id));
      }
    });

    it("answer a batch as they answer alone", async () => {
      const selection = `related(first: 2, where: { years: { from: 2019 } }) { totalCount edges { weight shared { id } node { id } } }`;
      type Answer = { papers: { nodes: { id: string }[] } };
      const { papers } = await ask<Answer>(store, `{ papers(first: 30) { nodes { id ${selection} } } }`);
      for (const paper of papers.nodes) {
        expect(await ask(store, `query ($id: ID!) { paper(id: $id) { id ${selection} } }`, { id: paper.id })).toEqual({
          paper,
        });
      }
    });
  });
});

eachStore((_engine, open) => {
  it("papers are related through an entity that is frequent everywhere, but not in the part that is asked for", async () => {
    const paper = (i: number) => ({
      ...{
        id: `hash:${i}`,
        title: `Paper ${i}`,
        abstract: "",
        date: i < 3 ? "2020" : "2021",
        venue: null,
        collections: [],
      },
      mentions: [{ entity: "entity:common", role: "USES" as const, confidence: 1, spans: [] }],
    });
    const store = await open();
    await loadGraph(store, {
      papers: Array.from({ length: LIMITS.relatedPapersPerEntity + 1 }, (_, i) => paper(i)),
      entities: [{ id: "entity:common", kind: "METHOD", name: "common", aliases: [] }],
    });
    const common = [{ id: "entity:common" }];
    const weight = Math.round(1e6 / Math.log(3)) / 1e6;
    const edges = ["hash:1", "hash:2"].map((id) => ({ weight, node: { id }, shared: common }));
    expect(await ask(store, RELATED, { id: "hash:0", where: { years: { to: 2020 } } })).toEqual({
      paper: { related: { totalCount: 2, truncated: false, leftOut: [], edges } },
    });
    expect(await ask(store, RELATED, { id: "hash:0" })).toEqual({
      paper: { related: { totalCount: 0, truncated: true, leftOut: common, edges: [] } },
    });
  });
});

describe("the entities through which papers are related", () => {
  const counted = (id: string, papers: number) => ({
    entity: { id, kind: "METHOD" as const, name: id, aliases: [], paperCount: papers, firstYear: null },
    papers,
  });
  const idOf = ({ entity }: { readonly entity: { readonly id: string } }): string => entity.id;

  it("are the rarest, and the others are told", () => {
    const { kept, leftOut } = choose([counted("frequent", 1001), counted("rare", 2), counted("limit", 1000)]);
    expect({ kept: kept.map(idOf), leftOut: leftOut.map(idOf) }).toEqual({
      kept: ["rare", "limit"],
      leftOut: ["frequent"],
    });
  });

  it("are in no more papers all together than may be read", () => {
    const entities = Array.from({ length: 30 }, (_, i) => counted(`e${String(i).padStart(2, "0")}`, 900));
    const { kept, leftOut } = choose(entities);
    expect([kept.length, leftOut.length]).toEqual([22, 8]);
  });
});
