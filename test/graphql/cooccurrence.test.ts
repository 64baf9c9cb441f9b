import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { DIMENSIONS, type Dimension } from "../../src/store/filter/cross-queries.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { entitiesIn, passes } from "./support/brute-force.js";
import { loadGraph, papersOf, type TestPaper, yearOf } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const kindOf = new Map(graph.entities.map(({ id, kind }) => [id, kind]));
const RUNS = { embedded: 100, neo4j: 6 };
const SIZE = 6;

const inPart = (where: PaperFilter) => graph.papers.filter((paper) => passes(graph, paper, where));
const millionths = (x: number): number => Math.round(1e6 * x) / 1e6;

/** What the documentation of `cooccurrence` says, pair by pair. */
function networkOf(kinds: readonly Kind[], where: PaperFilter, minTogether: number) {
  const part = { ...graph, papers: inPart(where) };
  const all = entitiesIn(graph, { kinds, papers: where }, { field: "PAPER_COUNT", direction: "DESC" });
  const nodes = all.slice(0, SIZE).map(({ entity, papers }) => ({ entity: { id: entity.id }, papers }));
  const together = (a: string, b: string): number => papersOf({ ...part, papers: papersOf(part, a) }, b).length;
  const matrix = nodes.map((a) => nodes.map((b) => together(a.entity.id, b.entity.id)));
  const links = nodes.flatMap((a, i) =>
    nodes.slice(i + 1).map((b, offset) => {
      const papers = matrix[i]![i + 1 + offset]!;
      const lift = millionths((papers * part.papers.length) / (a.papers * b.papers));
      const jaccard = millionths(papers / (a.papers + b.papers - papers));
      return { source: a.entity.id, target: b.entity.id, papers, lift, jaccard };
    }),
  );
  return {
    papers: part.papers.length,
    truncated: all.length > SIZE,
    nodes,
    // The sort is stable: pairs stand in the order of their places.
    links: links.filter(({ papers }) => papers >= minTogether).sort((a, b) => b.papers - a.papers),
    matrix,
  };
}

/** What a paper has in a dimension, as the documentation of `crosstab` says. */
function has(paper: TestPaper, dimension: Dimension, kinds: readonly Kind[]): string[] {
  const said = paper.mentions.filter(({ entity }) => kinds.includes(kindOf.get(entity)!));
  const year = yearOf(paper);
  const values = {
    KIND: said.map(({ entity }) => kindOf.get(entity)!),
    ROLE: said.map(({ role }) => role),
    ENTITY: said.map(({ entity }) => entity),
    YEAR: year === null ? [] : [String(year)],
    VENUE: paper.venue === null ? [] : [paper.venue],
  };
  return [...new Set<string>(values[dimension])];
}

function tableOf(rows: Dimension, columns: Dimension, kinds: readonly Kind[], where: PaperFilter) {
  const papers = inPart(where);
  const axis = (dimension: Dimension) => {
    const counts = new Map<string, number>();
    for (const value of papers.flatMap((paper) => has(paper, dimension, kinds))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, entity: dimension === "ENTITY" ? { id: value } : null, papers: count }))
      .sort((a, b) => {
        if (dimension === "YEAR") return Number(b.value) - Number(a.value);
        return b.papers - a.papers || (a.value < b.value ? -1 : 1);
      });
  };
  const [down, across] = [axis(rows), axis(columns)];
  const [shownDown, shownAcross] = [down.slice(0, SIZE), across.slice(0, SIZE)];
  const both = (row: string, column: string): number =>
    papers.filter((paper) => has(paper, rows, kinds).includes(row) && has(paper, columns, kinds).includes(column))
      .length;
  return {
    rows: shownDown,
    columns: shownAcross,
    counts: shownDown.map((row) => shownAcross.map((column) => both(row.value, column.value))),
    truncated: down.length > SIZE || across.length > SIZE,
  };
}

const NETWORK = `query ($kinds: [Kind!], $where: PaperWhere, $minTogether: Int) {
  cooccurrence(kinds: $kinds, where: $where, minTogether: $minTogether, first: ${SIZE}) {
    papers truncated nodes { entity { id } papers } links { source target papers lift jaccard } matrix
  }
}`;
const TABLE = `query ($rows: Dimension!, $columns: Dimension!, $kinds: [Kind!], $where: PaperWhere) {
  crosstab(rows: $rows, columns: $columns, kinds: $kinds, where: $where, firstRows: ${SIZE}, firstColumns: ${SIZE}) {
    rows { value entity { id } papers } columns { value entity { id } papers } counts truncated
  }
}`;

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, graph);
  });
  const kinds = fc.subarray([...KINDS], { minLength: 1 });
  const anyWhere = fc.oneof(fc.constant({}), anyPaperFilter);
  const holds = <T>(property: fc.IAsyncProperty<T>): Promise<void> => fc.assert(property, { numRuns: RUNS[engine] });

  describe("cooccurrence", () => {
    it(
      "is the network of the entities in most papers, inside any part of the corpus",
      () =>
        holds(
          fc.asyncProperty(kinds, anyWhere, fc.integer({ min: 1, max: 3 }), async (kinds, where, minTogether) => {
            const cooccurrence = networkOf(kinds, where, minTogether);
            expect(await ask(store, NETWORK, { kinds, where, minTogether })).toEqual({ cooccurrence });
          }),
        ),
      300_000,
    );

    it("reads only what is selected", async () => {
      const heard = listening(store);
      await ask(heard.store, "{ cooccurrence { nodes { papers } truncated } }");
      expect(heard.read).toEqual(["entity/list-in-part"]);
    });

    it.each([
      ["minTogether: 0", { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" }],
      ["first: 101", { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      ["first: 0", { code: "BAD_ARGUMENT", got: 0, allowed: "1 to 100" }],
    ])("refuses %s", async (args, error) => {
      expect(await fails(store, `{ cooccurrence(${args}) { matrix } }`)).toEqual([error]);
    });
  });

  describe("crosstab", () => {
    it("counts the papers with both values, for any two dimensions, inside any part of the corpus", () => {
      const dimension = fc.constantFrom(...DIMENSIONS);
      return holds(
        fc.asyncProperty(dimension, dimension, kinds, anyWhere, async (rows, columns, kinds, where) => {
          const crosstab = tableOf(rows, columns, kinds, where);
          expect(await ask(store, TABLE, { rows, columns, kinds, where })).toEqual({ crosstab });
        }),
      );
    }, 300_000);

    it.each(["firstRows: 101", "firstColumns: 101"])("refuses %s", async (args) => {
      const error = { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 };
      expect(await fails(store, `{ crosstab(rows: KIND, columns: YEAR, ${args}) { counts } }`)).toEqual([error]);
    });
  });
});
