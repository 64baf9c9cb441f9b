import { beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask } from "./support/ask.js";
import { entitiesIn, papersIn, passes } from "./support/brute-force.js";
import { loadGraph, papersOf } from "./support/load-graph.js";
import { anyEntityFilter, anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const directions = fc.constantFrom("ASC" as const, "DESC" as const);

/** Neo4j plans every new statement text, for a tenth of a second or more; PAPERGRAPH_TEST_FILTERS=700 asks it as many. */
const RUNS = { embedded: 700, neo4j: Number(process.env.PAPERGRAPH_TEST_FILTERS ?? 25) };
const MINUTES = 60_000;

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, graph);
  });
  const holds = <T>(property: fc.IAsyncProperty<T>): Promise<void> => fc.assert(property, { numRuns: RUNS[engine] });

  it(
    "gives exactly the papers that a filter means, in order",
    () => {
      const orders = fc.record({ field: fc.constantFrom("DATE" as const, "TITLE" as const), direction: directions });
      return holds(
        fc.asyncProperty(anyPaperFilter, orders, async (where, orderBy) => {
          const { papers } = await ask<Papers>(store, PAPERS, { where, orderBy });
          const expected = papersIn(graph, where, orderBy).map(({ id }) => id);
          expect({ ids: papers.nodes.map(({ id }) => id), count: papers.totalCount }).toEqual({
            ids: expected,
            count: expected.length,
          });
        }),
      );
    },
    5 * MINUTES,
  );

  it(
    "gives exactly the entities that a filter means, counted over its papers, in order",
    () => {
      const orders = fc.record({
        field: fc.constantFrom("PAPER_COUNT" as const, "NAME" as const, "FIRST_YEAR" as const),
        direction: directions,
      });
      return holds(
        fc.asyncProperty(anyEntityFilter, orders, async (where, orderBy) => {
          const { entities } = await ask<Entities>(store, ENTITIES, { where, orderBy });
          const expected = entitiesIn(graph, where, orderBy).map(({ entity, papers, firstYear }) => ({
            node: { id: entity.id },
            paperCount: papers,
            firstYear,
          }));
          expect(entities).toEqual({ edges: expected, totalCount: expected.length });
        }),
      );
    },
    5 * MINUTES,
  );

  it(
    "restricts an entity's papers and companions exactly",
    () => {
      const ids = fc.constantFrom(...graph.entities.map(({ id }) => id));
      return holds(
        fc.asyncProperty(ids, anyPaperFilter, async (id, where) => {
          const { entity } = await ask<Links>(store, LINKS, { id, where });
          const papers = papersOf(graph, id).filter((paper) => passes(graph, paper, where));
          const newest = papersIn({ ...graph, papers }, {}, { field: "DATE", direction: "DESC" });
          const together = entitiesIn(
            { ...graph, papers },
            { minPapers: 1 },
            { field: "PAPER_COUNT", direction: "DESC" },
          )
            .filter((other) => other.entity.id !== id)
            .map((other) => ({ papersTogether: other.papers, node: { id: other.entity.id } }));
          expect(entity).toEqual({
            papers: { totalCount: newest.length, nodes: newest.map((paper) => ({ id: paper.id })) },
            coOccurring: { totalCount: together.length, edges: together, truncated: false },
          });
        }),
      );
    },
    5 * MINUTES,
  );
});

const PAPERS = `query ($where: PaperWhere, $orderBy: PaperOrderBy) {
  papers(where: $where, orderBy: $orderBy, first: 100) { totalCount nodes { id } }
}`;
const ENTITIES = `query ($where: EntityWhere, $orderBy: EntityOrderBy) {
  entities(where: $where, orderBy: $orderBy, first: 100) { totalCount edges { paperCount firstYear node { id } } }
}`;
const LINKS = `query ($id: ID!, $where: PaperWhere) {
  entity(id: $id) {
    papers(where: $where, first: 100) { totalCount nodes { id } }
    coOccurring(where: $where, first: 100) { totalCount truncated edges { papersTogether node { id } } }
  }
}`;

interface Papers {
  papers: { totalCount: number; nodes: { id: string }[] };
}
interface Entities {
  entities: unknown;
}
interface Links {
  entity: unknown;
}
