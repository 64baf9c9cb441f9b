import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Association } from "../../schema/enums.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails } from "./support/ask.js";
import { passes } from "./support/brute-force.js";
import { loadGraph, papersOf } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const RUNS = { embedded: 200, neo4j: 15 };

interface Demand {
  readonly id: string;
  readonly kind: Kind | null;
  readonly by: Association;
  readonly minTogether: number | null;
  readonly where: PaperFilter;
}

/** What the documentation of `coOccurring` says, entity by entity. */
function companionsOf({ id, kind, by, minTogether, where }: Demand) {
  const part = { ...graph, papers: graph.papers.filter((paper) => passes(graph, paper, where)) };
  const own = papersOf(part, id);
  const scoreOf = (both: number, other: number): number => {
    if (by === "COUNT") return both;
    if (by === "LIFT") return Math.round((1e6 * both * part.papers.length) / (own.length * other)) / 1e6;
    return Math.round((1e6 * both) / (own.length + other - both)) / 1e6;
  };
  return graph.entities
    .filter((entity) => entity.id !== id && (kind === null || entity.kind === kind))
    .map((entity) => {
      const both = papersOf({ ...part, papers: own }, entity.id).length;
      return { papersTogether: both, score: scoreOf(both, papersOf(part, entity.id).length), node: { id: entity.id } };
    })
    .filter(({ papersTogether }) => papersTogether >= (minTogether ?? (by === "LIFT" ? 3 : 1)))
    .sort((a, b) => b.score - a.score || b.papersTogether - a.papersTogether || (a.node.id < b.node.id ? -1 : 1));
}

const COMPANIONS = `query ($id: ID!, $kind: Kind, $by: Association, $minTogether: Int, $where: PaperWhere) {
  entity(id: $id) { coOccurring(kind: $kind, by: $by, minTogether: $minTogether, where: $where, first: 100) {
    totalCount truncated edges { papersTogether score node { id } }
  } }
}`;

eachStore((engine, open) => {
  describe("what papers mention together with an entity", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });

    it("is scored and ordered as documented, inside any part of the corpus", async () => {
      const demands: fc.Arbitrary<Demand> = fc.record({
        id: fc.constantFrom(...graph.entities.map(({ id }) => id)),
        kind: fc.option(fc.constantFrom(...KINDS)),
        by: fc.constantFrom("COUNT", "LIFT", "JACCARD"),
        minTogether: fc.option(fc.integer({ min: 1, max: 4 })),
        where: fc.oneof(fc.constant({}), anyPaperFilter),
      });
      const property = fc.asyncProperty(demands, async (demand) => {
        const edges = companionsOf(demand);
        expect(await ask(store, COMPANIONS, { ...demand })).toEqual({
          entity: { coOccurring: { totalCount: edges.length, truncated: false, edges } },
        });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);

    it.each(["COUNT", "LIFT", "JACCARD"] as const)(
      "is walked page by page without loss or repeat, by %s",
      async (by) => {
        const document = `query ($by: Association, $after: String) {
        entity(id: "entity:e0") { list: coOccurring(by: $by, minTogether: 1, first: 4, after: $after) { ${PAGE} } }
      }`;
        const pages = await walk(store, document, { by }, ({ entity }) => entity.list);
        const expected = companionsOf({ id: "entity:e0", kind: null, by, minTogether: 1, where: {} });
        expect(pages.flat()).toEqual(expected.map(({ node }) => node.id));
        expect(pages.length).toBeGreaterThan(2);
      },
    );

    it("answers a batch as it answers alone", async () => {
      const selection = `coOccurring(by: LIFT, minTogether: 2, where: { years: { from: 2020 } }) {
        totalCount edges { score node { id } }
      }`;
      type Answer = { entities: { nodes: { id: string }[] } };
      const { entities } = await ask<Answer>(store, `{ entities(first: 25) { nodes { id ${selection} } } }`);
      for (const entity of entities.nodes) {
        const alone = await ask(store, `query ($id: ID!) { entity(id: $id) { id ${selection} } }`, { id: entity.id });
        expect(alone).toEqual({ entity });
      }
    });

    it("answers several lists of one entity as each alone", async () => {
      const where = "where: { years: { from: 2015 } }, minTogether: 1";
      const lists = KINDS.flatMap((kind) =>
        ["LIFT", "JACCARD"].map(
          (by) => `${by}${kind}: coOccurring(by: ${by}, kind: ${kind}, ${where}) {
          edges { score node { id } }
        }`,
        ),
      );
      type Answer = { entity: Record<string, unknown> };
      const together = await ask<Answer>(store, `{ entity(id: "entity:e0") { ${lists.join(" ")} } }`);
      const alone = await Promise.all(
        lists.map((list) => ask<Answer>(store, `{ entity(id: "entity:e0") { ${list} } }`)),
      );
      expect(together.entity).toEqual(Object.assign({}, ...alone.map(({ entity }) => entity)));
    });

    it("takes a cursor of the same score only", async () => {
      const cursor = (by: string) => `{ entity(id: "entity:e0") { coOccurring(by: ${by}, minTogether: 1, first: 1) {
        pageInfo { endCursor }
      } } }`;
      type Answer = { entity: { coOccurring: { pageInfo: { endCursor: string } } } };
      const { entity } = await ask<Answer>(store, cursor("JACCARD"));
      const after = entity.coOccurring.pageInfo.endCursor;
      const document = `query ($after: String) { entity(id: "entity:e0") { coOccurring(by: LIFT, after: $after) { nodes { id } } } }`;
      expect(await fails(store, document, { after })).toEqual([{ code: "BAD_CURSOR" }]);
    });

    it("needs at least one paper together", async () => {
      const document = `{ entity(id: "entity:e0") { coOccurring(minTogether: 0) { totalCount } } }`;
      const refused = { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" };
      expect(await fails(store, document)).toEqual([refused]);
    });
  });
});
