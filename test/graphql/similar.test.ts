import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { LIMITS } from "../../src/limits.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { passes } from "./support/brute-force.js";
import { loadGraph, papersOf } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const RUNS = { embedded: 150, neo4j: 5 };

/** What the documentation of `similar` says, entity by entity. */
function similarTo(id: string, where: PaperFilter) {
  const part = { ...graph, papers: graph.papers.filter((paper) => passes(graph, paper, where)) };
  const kind = graph.entities.find((entity) => entity.id === id)!.kind;
  const ids = graph.entities.map((entity) => entity.id);
  const together = (a: string, b: string): number => papersOf({ ...part, papers: papersOf(part, a) }, b).length;
  return graph.entities
    .filter((entity) => entity.kind === kind && entity.id !== id)
    .map((entity) => {
      const pairs = ids
        .filter((other) => other !== id && other !== entity.id)
        .map((other): [number, number] => [together(id, other), together(entity.id, other)]);
      const sum = (of: (a: number, b: number) => number) => pairs.reduce((all, [a, b]) => all + of(a, b), 0);
      const length = Math.sqrt(sum((a) => a * a)) * Math.sqrt(sum((_, b) => b * b));
      return {
        score: Math.round((1e6 * sum((a, b) => a * b)) / length) / 1e6,
        sharedCompany: sum((a, b) => Math.sign(a * b)),
        node: { id: entity.id },
      };
    })
    .filter(({ sharedCompany }) => sharedCompany > 0)
    .sort((a, b) => b.score - a.score || b.sharedCompany - a.sharedCompany || (a.node.id < b.node.id ? -1 : 1));
}

const SIMILAR = `query ($id: ID!, $where: PaperWhere) { entity(id: $id) { similar(where: $where, first: 100) {
  totalCount truncated edges { score sharedCompany node { id } }
} } }`;

eachStore((engine, open) => {
  describe("entities that keep similar company", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });

    it("are found and scored as documented, inside any part of the corpus", async () => {
      const ids = fc.constantFrom(...graph.entities.map(({ id }) => id));
      const property = fc.asyncProperty(ids, fc.oneof(fc.constant({}), anyPaperFilter), async (id, where) => {
        const edges = similarTo(id, where);
        expect(await ask(store, SIMILAR, { id, where })).toEqual({
          entity: { similar: { totalCount: edges.length, truncated: false, edges } },
        });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);

    it("are walked page by page without loss or repeat", async () => {
      const document = `query ($after: String) { entity(id: "entity:e0") { similar(first: 2, after: $after) { ${PAGE} } } }`;
      const pages = await walk(store, document, {}, ({ entity }) => entity.similar);
      expect(pages.flat()).toEqual(similarTo("entity:e0", {}).map(({ node }) => node.id));
      expect(pages.length).toBeGreaterThan(1);
    });

    it("answer a batch as they answer alone, in as many statements", async () => {
      const selection =
        "similar(first: 3, where: { years: { from: 2020 } }) { totalCount edges { score node { id } } }";
      const heard = listening(store);
      type Answer = { entities: { nodes: { id: string }[] } };
      const { entities } = await ask<Answer>(heard.store, `{ entities(first: 25) { nodes { id ${selection} } } }`);
      const [, ...read] = heard.read;
      expect(read.sort()).toEqual([
        ...["entity/count-papers", "entity/count-papers", "entity/list-co-occurring", "entity/list-similar"],
        "entity/sum-company-squares",
      ]);
      for (const entity of entities.nodes.slice(0, 8)) {
        const alone = await ask(store, `query ($id: ID!) { entity(id: $id) { id ${selection} } }`, { id: entity.id });
        expect(alone).toEqual({ entity });
      }
    });

    it("refuse a page that is too large", async () => {
      const error = { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 };
      expect(await fails(store, `{ entity(id: "entity:e0") { similar(first: 101) { totalCount } } }`)).toEqual([error]);
    });
  });

  it("similar entities are sought through so much company, and it is said when there was more", async () => {
    const store = await open();
    const entity = (i: number) => ({ id: `entity:m${i}`, kind: "MODEL" as const, name: `m${i}`, aliases: [] });
    const said = (i: number) => ({ entity: `entity:m${i}`, role: "USES" as const, confidence: 1, spans: [] });
    const paper = (i: number) => {
      const others = Array.from({ length: 10 }, (_, j) => said(10 * i + j + 1));
      const id = `hash:${String(i).padStart(3, "0")}`;
      const rest = { title: id, abstract: "", date: "2020", venue: null, collections: [] };
      return { id, ...rest, mentions: [said(0), ...others] };
    };
    const papers = Array.from({ length: LIMITS.coOccurringScored / 10 + 1 }, (_, i) => paper(i));
    await loadGraph(store, { papers, entities: Array.from({ length: 10 * papers.length + 1 }, (_, i) => entity(i)) });
    const document = `{ entity(id: "entity:m0") {
      similar { truncated totalCount } coOccurring(by: JACCARD) { truncated totalCount }
    } }`;
    expect(await ask(store, document)).toEqual({
      entity: {
        similar: { truncated: true, totalCount: LIMITS.similarEntities },
        coOccurring: { truncated: true, totalCount: LIMITS.coOccurringScored },
      },
    });
  });
});
