import { beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createContext } from "../../schema/context.js";
import { pageByDate } from "../../schema/load/by-date.js";
import { listEntityPapers } from "../../src/store/filter/link-queries.js";
import { paperKey } from "../../src/store/filter/order.js";
import { listPapers, NO_EXTRAS, type Query } from "../../src/store/filter/paper-queries.js";
import type { Store } from "../../src/store/store.js";
import { ROLES } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { loadGraph } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const ENTITY = ["entity:e0"];
/** Neo4j plans each new filter anew. */
const RUNS = { embedded: 100, neo4j: 25 };

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, graph);
  });
  const idsOf = async ({ statement, params }: Query): Promise<string[]> =>
    (await store.read<{ id: string }>(statement, params)).map(({ id }) => id);

  const order = { field: "DATE", direction: "DESC" } as const;
  const asked = fc.record({
    after: fc
      .option(fc.constantFrom(...graph.papers), { nil: undefined })
      .map((paper) => paper && { key: paperKey(order, paper), id: paper.id }),
    limit: fc.integer({ min: 1, max: 20 }),
    first: fc.integer({ min: 1, max: 70 }),
    papers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, anyPaperFilter),
    role: fc.option(fc.constantFrom(...ROLES), { nil: undefined }),
  });

  it("gives of the first papers behind a cursor those of an entity, and a page of all of them", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ after, limit, first, papers, role }) => {
        const filter = { papers, role };
        const all = await idsOf(listEntityPapers(ENTITY, filter, order, { after, limit: 100 }, NO_EXTRAS));
        const firsts = new Set(await idsOf(listPapers({}, order, { after, limit: first }, NO_EXTRAS)));
        const page = { after, limit };
        const inWindow = await idsOf(listEntityPapers(ENTITY, filter, order, page, NO_EXTRAS, { first }));
        const walked = await pageByDate(createContext(store), order, page, first, async (window) =>
          idsOf(listEntityPapers(ENTITY, filter, order, page, NO_EXTRAS, window)),
        );
        expect({ inWindow, walked }).toEqual({
          inWindow: all.filter((id) => firsts.has(id)).slice(0, limit),
          walked: all.slice(0, limit),
        });
      }),
      { numRuns: RUNS[engine], seed: 8 },
    );
  });
});
