import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { passes } from "./support/brute-force.js";
import { loadGraph, papersOf, type TestPaper, yearOf } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const graph = randomGraph();
const RUNS = { embedded: 150, neo4j: 12 };
const anyWhere = fc.oneof(fc.constant({}), anyPaperFilter);

const partOf = (where: PaperFilter) => ({
  ...graph,
  papers: graph.papers.filter((paper) => passes(graph, paper, where)),
});
const yearsOf = (papers: readonly TestPaper[]): number[] => papers.map(yearOf).filter((year) => year !== null);

/** What the documentation of `trends` says, year by year. */
function trendsOf(ids: readonly string[], where: PaperFilter) {
  const part = partOf(where);
  const all = yearsOf(part.papers);
  const own = ids.map((id) => yearsOf(papersOf(part, id)));
  const first = Math.min(...own.flat());
  const span = Number.isFinite(first) ? Math.max(...all) - first + 1 : 0;
  const inYear = (years: readonly number[], year: number) => years.filter((one) => one === year).length;
  return ids.map((id, i) => ({
    entity: { id },
    truncated: false,
    years: Array.from({ length: span }, (_, offset) => {
      const year = first + offset;
      const [papers, total] = [inYear(own[i]!, year), inYear(all, year)];
      return { year, papers, total, share: total === 0 ? 0 : papers / total };
    }),
  }));
}

interface Demand {
  readonly since: number;
  readonly kinds: readonly Kind[];
  readonly minPapers: number;
  readonly where: PaperFilter;
}

/** What the documentation of `emerging` says, entity by entity. */
function emergingIn({ since, kinds, minPapers, where }: Demand) {
  const part = partOf(where);
  const split = (years: readonly number[]): [number, number] => {
    const after = years.filter((year) => year >= since).length;
    return [after, years.length - after];
  };
  const [allSince, allBefore] = split(yearsOf(part.papers));
  if (allSince === 0 || allBefore === 0) return [];
  return graph.entities
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => {
      const [papersSince, papersBefore] = split(yearsOf(papersOf(part, id)));
      const rise =
        Math.floor((1000 * (papersSince + 1) * (allBefore + 2)) / ((papersBefore + 1) * (allSince + 2))) / 1000;
      const [shareSince, shareBefore] = [papersSince / allSince, papersBefore / allBefore];
      return { papersSince, papersBefore, shareSince, shareBefore, rise, node: { id } };
    })
    .filter(({ rise, papersSince }) => rise > 1 && papersSince >= minPapers)
    .sort((a, b) => b.rise - a.rise || b.papersSince - a.papersSince || (a.node.id < b.node.id ? -1 : 1));
}

const TREND = "entity { id } truncated years { year papers total share }";
const TRENDS = `query ($entities: [ID!]!, $where: PaperWhere) { trends(entities: $entities, where: $where) { ${TREND} } }`;
const EMERGING = `query ($since: Int!, $kinds: [Kind!], $minPapers: Int, $where: PaperWhere) {
  emerging(since: $since, kinds: $kinds, minPapers: $minPapers, where: $where, first: 100) {
    totalCount edges { papersSince papersBefore shareSince shareBefore rise node { id } }
  }
}`;

eachStore((engine, open) => {
  describe("trends", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });

    it("are shares of the papers of each year, over the same years, inside any part of the corpus", async () => {
      const ids = fc.uniqueArray(fc.constantFrom(...graph.entities.map(({ id }) => id)), {
        minLength: 1,
        maxLength: 4,
      });
      const property = fc.asyncProperty(ids, anyWhere, async (entities, where) => {
        expect(await ask(store, TRENDS, { entities, where })).toEqual({ trends: trendsOf(entities, where) });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);

    it("of one entity are its own, from its first year on", async () => {
      const document = `query ($where: PaperWhere) { entity(id: "entity:e19") { trend(where: $where) { ${TREND} } } }`;
      const where = { venues: ["NeurIPS", "ICML"] };
      for (const variables of [{}, { where }]) {
        const [trend] = trendsOf(["entity:e19"], variables.where ?? {});
        expect(await ask(store, document, variables)).toEqual({ entity: { trend } });
      }
    });

    it("keep the place of ids that nothing has, and give one twice when it is asked for twice", async () => {
      const entities = ["entity:no-such", "entity:e0", "entity:e0"];
      const [trend] = trendsOf(["entity:e0"], {});
      expect(await ask(store, TRENDS, { entities })).toEqual({ trends: [null, trend, trend] });
      expect(await ask(store, TRENDS, { entities: ["entity:no-such"] })).toEqual({ trends: [null] });
      expect(await ask(store, TRENDS, { entities: [] })).toEqual({ trends: [] });
    });

    it("of many entities need three statements", async () => {
      const heard = listening(store);
      await ask(heard.store, `{ entities(first: 20) { nodes { trend { years { share } } } } }`);
      expect(heard.read.sort()).toEqual(["entity/count-by-year", "entity/list", "paper/count-by-year"]);
    });
  });

  describe("what emerges", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });

    it("is what rose, by its smoothed rise, inside any part of the corpus", async () => {
      const demands: fc.Arbitrary<Demand> = fc.record({
        since: fc.integer({ min: 2018, max: 2023 }),
        kinds: fc.subarray([...KINDS], { minLength: 1 }),
        minPapers: fc.integer({ min: 1, max: 3 }),
        where: anyWhere,
      });
      const property = fc.asyncProperty(demands, async (demand) => {
        const edges = emergingIn(demand);
        expect(await ask(store, EMERGING, { ...demand })).toEqual({ emerging: { totalCount: edges.length, edges } });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);

    it("is walked page by page without loss or repeat", async () => {
      const document = `query ($after: String) { emerging(since: 2020, minPapers: 1, first: 2, after: $after) { ${PAGE} } }`;
      const pages = await walk(store, document, {}, ({ emerging }) => emerging);
      const expected = emergingIn({ since: 2020, kinds: KINDS, minPapers: 1, where: {} });
      expect(pages.flat()).toEqual(expected.map(({ node }) => node.id));
      expect(pages.length).toBeGreaterThan(2);
    });

    it("is nothing where there is nothing to compare with", async () => {
      const document = "query ($since: Int!) { emerging(since: $since) { totalCount nodes { id } } }";
      for (const since of [1900, 2100, -5]) {
        expect(await ask(store, document, { since })).toEqual({ emerging: { totalCount: 0, nodes: [] } });
      }
    });

    it("refuses to count no papers", async () => {
      const refused = { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" };
      expect(await fails(store, "{ emerging(since: 2020, minPapers: 0) { totalCount } }")).toEqual([refused]);
    });
  });

  it("a trend leaves out years that are too long ago, and says so", async () => {
    const store = await open();
    const paper = (date: string) => ({
      ...{ id: `hash:${date}`, title: date, abstract: "", date, venue: null, collections: [] },
      mentions: [{ entity: "entity:old", role: "USES" as const, confidence: 1, spans: [] }],
    });
    const old = { id: "entity:old", kind: "METHOD" as const, name: "old", aliases: [] };
    await loadGraph(store, { papers: ["1900", "1921", "2020"].map(paper), entities: [old] });
    type Answer = { entity: { trend: { truncated: boolean; years: { year: number; papers: number }[] } } };
    const document = `{ entity(id: "entity:old") { trend { truncated years { year papers } } } }`;
    const { entity } = await ask<Answer>(store, document);
    const { truncated, years } = entity.trend;
    const first = { year: 1921, papers: 1 };
    expect({ truncated, first: years[0], last: years.at(-1), length: years.length }).toEqual({
      ...{ truncated: true, first, last: { year: 2020, papers: 1 }, length: 100 },
    });
  });

  it("a trend has a year without papers as 0", async () => {
    const store = await open();
    await loadGraph(store, SMALL);
    const document = `{ entity(id: "entity:bert") { trend { years { year papers total share } } } }`;
    const year = (year: number, papers: number, total: number) => ({
      year,
      papers,
      total,
      share: papers / (total || 1),
    });
    const years = [
      year(2018, 1, 1),
      year(2019, 0, 0),
      year(2020, 1, 2),
      year(2021, 0, 0),
      year(2022, 0, 0),
      year(2023, 0, 1),
    ];
    expect(await ask(store, document)).toEqual({ entity: { trend: { years } } });
  });
});
