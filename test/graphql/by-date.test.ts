import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createContext } from "../../schema/context.js";
import { firstOf, inOrder, pageByDate } from "../../schema/load/by-date.js";
import { listEntityPapers, type PaperWindow } from "../../src/store/filter/link-queries.js";
import { type PaperOrder, paperKey } from "../../src/store/filter/order.js";
import { listPapers, NO_EXTRAS, type PageDemand, type Query } from "../../src/store/filter/paper-queries.js";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { ROLES } from "../../src/vocabulary.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { listening } from "./support/ask.js";
import { loadGraph } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";

const graph = randomGraph();
const datesOf = (window?: PaperWindow) => (window && "dates" in window ? window.dates : undefined);

/** Only the embedded engine has no index in the order of dates. */
describe("pages by date on the embedded store", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ engine: "embedded", path: temporaryFolder() });
    await loadGraph(store, graph);
  });
  afterAll(() => store.close());

  const read = ({ statement, params }: Query) => store.read<{ id: string }>(statement, params);
  /** The page as it is read date by date, from windows of `expected` papers, and as one statement gives it. */
  const both = async (
    order: PaperOrder,
    page: PageDemand,
    expected: number,
    query: (window?: PaperWindow) => Query,
  ) => {
    const rows = await pageByDate(createContext(store), order, page, expected, (window) => read(query(window)));
    return [rows?.map(({ id }) => id), (await read(query())).map(({ id }) => id)];
  };

  const pages = fc
    .record({
      direction: fc.constantFrom("ASC" as const, "DESC" as const),
      after: fc.option(fc.constantFrom(...graph.papers)),
      limit: fc.integer({ min: 1, max: 20 }),
      expected: fc.integer({ min: 1, max: 70 }),
    })
    .map(({ direction, after, limit, expected }) => {
      const order = { field: "DATE", direction } as const;
      return {
        order,
        expected,
        page: { limit, after: after ? { key: paperKey(order, after), id: after.id } : undefined },
      };
    });

  it("hold the papers that one statement over all gives, in its order", async () => {
    await fc.assert(
      fc.asyncProperty(pages, anyPaperFilter, async ({ order, page, expected }, filter) => {
        const [walked, whole] = await both(order, page, expected, (window) =>
          listPapers(filter, order, page, NO_EXTRAS, datesOf(window)),
        );
        expect(walked).toEqual(whole);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it("hold the papers of an entity that one statement over all gives, in its order", async () => {
    const roles = fc.option(fc.constantFrom(...ROLES), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(pages, anyPaperFilter, roles, async ({ order, page, expected }, papers, role) => {
        const [walked, whole] = await both(order, page, expected, (window) =>
          listEntityPapers(["entity:e0"], { papers, role }, order, page, NO_EXTRAS, window),
        );
        expect(walked).toEqual(whole);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it("see what was written since", async () => {
    const order = { field: "DATE", direction: "DESC" } as const;
    const page = { after: undefined, limit: 1 };
    const heard = listening(store);
    const newest = () =>
      pageByDate(createContext(heard.store), order, page, 1, (window) =>
        read(listPapers({}, order, page, NO_EXTRAS, datesOf(window))),
      );
    await newest();
    await newest();
    expect(heard.read).toEqual(["paper/count-dates.embedded"]);
    const paper = { ...graph.papers[0]!, id: "hash:new", date: "2099-01-01", mentions: [] };
    await loadGraph(store, { papers: [paper], entities: [] });
    expect(await newest()).toMatchObject([{ id: "hash:new" }]);
    expect(heard.read).toHaveLength(2);
  });

  it("are none of other orders, nor of a store that others write to", async () => {
    const page = { after: undefined, limit: 1 };
    const never = () => Promise.reject(new Error("read"));
    const context = createContext(store);
    expect(await pageByDate(context, { field: "TITLE", direction: "ASC" }, page, 1, never)).toBeUndefined();
    const shared = createContext(Object.create(store, { writes: { value: undefined } }));
    expect(await pageByDate(shared, { field: "DATE", direction: "ASC" }, page, 1, never)).toBeUndefined();
  });
});

describe("the dates of a page", () => {
  const dates = [
    { date: "2021", papers: 1 },
    { date: "", papers: 5 },
    { date: "2020-05", papers: 2 },
    { date: "2020", papers: 3 },
  ];
  it.each([
    ["DESC", undefined, ["2021", "2020-05", "2020", ""]],
    ["ASC", undefined, ["2020", "2020-05", "2021", ""]],
    ["DESC", "2020-05", ["2020-05", "2020", ""]],
    ["ASC", "2020-05", ["2020-05", "2021", ""]],
    ["DESC", "", [""]],
    ["ASC", "9999", [""]],
  ] as const)("%s after %j are %j", (direction, key, found) => {
    const after = key === undefined ? undefined : { key, id: "" };
    expect(inOrder(dates, { field: "DATE", direction }, after).map(({ date }) => date)).toEqual(found);
  });

  it("are as many as hold the papers, those of the cursor's own date not counted", () => {
    expect(firstOf(dates, 2, undefined)).toEqual({ dates: ["2021", ""], rest: true });
    expect(firstOf(dates, 2, { key: "2021", id: "" })).toEqual({ dates: ["2021", ""], rest: true });
    expect(firstOf(dates, 99, undefined)).toEqual({ dates: ["2021", "", "2020-05", "2020"], rest: false });
  });
});
