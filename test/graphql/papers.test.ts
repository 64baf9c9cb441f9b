import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { papersIn } from "./support/brute-force.js";
import { loadGraph } from "./support/load-graph.js";
import { PAGE, walk } from "./support/pages.js";
import { randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const LIST = `query ($where: PaperWhere, $orderBy: PaperOrderBy, $first: Int, $after: String, $search: String) {
  papers(where: $where, orderBy: $orderBy, first: $first, after: $after, search: $search) { ${PAGE} truncated }
}`;
const IDS = `query ($where: PaperWhere, $search: String, $orderBy: PaperOrderBy) {
  papers(where: $where, search: $search, orderBy: $orderBy) { totalCount nodes { id } }
}`;

interface Ids {
  papers: { totalCount: number; nodes: { id: string }[] };
}

const ids = async (store: Store, variables: Record<string, unknown>): Promise<string[]> => {
  const { papers } = await ask<Ids>(store, IDS, variables);
  expect(papers.totalCount).toBe(papers.nodes.length);
  return papers.nodes.map(({ id }) => id);
};

eachStore((engine, open) => {
  describe("papers of a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });

    it("come newest first, those without a date last", async () => {
      expect(await ids(store, {})).toEqual([
        "arxiv:2304.02643",
        "doi:10.1/sam",
        "arxiv:2010.11929",
        "arxiv:1810.04805",
        "arxiv:1706.03762",
        "hash:undated",
      ]);
    });

    it("are all of them when every argument is null", async () => {
      const nothing = { where: null, orderBy: null, first: null, after: null, search: null };
      const { papers } = await ask<{ papers: { nodes: object[] } }>(store, LIST, nothing);
      expect(papers.nodes).toHaveLength(6);
    });

    it("come oldest first with those without a date last all the same", async () => {
      expect(await ids(store, { orderBy: { field: "DATE", direction: "ASC" } })).toEqual([
        "arxiv:1706.03762",
        "arxiv:1810.04805",
        "arxiv:2010.11929",
        "doi:10.1/sam",
        "arxiv:2304.02643",
        "hash:undated",
      ]);
    });

    it("can have all of two entities and none of a third", async () => {
      const entities = { all: ["entity:transformer", "entity:bert"], none: ["entity:glue"] };
      expect(await ids(store, { where: { entities } })).toEqual(["arxiv:2010.11929"]);
    });

    it("can be chosen by the role that an entity has in them", async () => {
      const where = { entities: { any: ["entity:bert", "entity:glue"] }, roles: ["EVALUATES"] };
      expect(await ids(store, { where })).toEqual(["arxiv:1810.04805", "hash:undated"]);
    });

    it("are found by ids that entities had once", async () => {
      expect(
        await ids(store, { where: { entities: { all: ["entity:bidirectional-bert", "entity:transformer"] } } }),
      ).toEqual(["arxiv:2010.11929", "arxiv:1810.04805"]);
    });

    it.each([
      [{ entities: { all: ["entity:no-such"] } }, 0],
      [{ entities: { all: ["entity:bert", "entity:no-such"] } }, 0],
      [{ entities: { any: ["entity:no-such"] } }, 0],
      [{ entities: { none: ["entity:no-such"] } }, 6],
      [{ entities: { all: ["entity:bert", "entity:bert"] } }, 3],
      [{ ids: ["hash:undated", "hash:undated", "arxiv:0"] }, 1],
      [{ years: { from: 2018, to: 2020 } }, 3],
      [{ years: { from: 2020, to: 2018 } }, 0],
      [{ years: { from: -2147483648, to: 2147483647 } }, 5],
      [{ NOT: { years: { from: 2018 } } }, 2],
      [{ NOT: { NOT: { venues: ["ICLR"] } } }, 2],
      [{ collections: ["preprints"] }, 4],
      [{}, 6],
    ])("pass the filter %j in the right number", async (where, count) => {
      expect(await ids(store, { where })).toHaveLength(count);
    });

    it("hold every word of a search, whatever its case", async () => {
      expect((await ids(store, { search: "transformer BERT" })).sort()).toEqual([
        "arxiv:1810.04805",
        "arxiv:2010.11929",
      ]);
      expect(
        await ids(store, { search: "imagenet", where: { years: { in: [2020] } }, orderBy: { field: "TITLE" } }),
      ).toEqual(["doi:10.1/sam", "arxiv:2010.11929"]);
      expect(await ids(store, { search: "" })).toEqual([]);
      expect(await ids(store, { search: "zebra" })).toEqual([]);
    });

    it.each([
      "'",
      '"',
      "\\",
      "`",
      "*",
      "a OR b",
      "title:bert",
      "bert~",
      "/bert/",
      "+bert -glue",
      "') RETURN 1 //",
      "\u0000",
    ])("take %j in names and searches as plain text", async (text) => {
      const where = { venues: [text], collections: [text], ids: [text], entities: { any: [text] } };
      expect(await ids(store, { where })).toEqual([]);
      await ids(store, { search: text });
      expect(await ids(store, {})).toHaveLength(6);
    });

    it("are counted without being fetched, and fetched without being counted", async () => {
      const heard = listening(store);
      await ask(heard.store, "{ papers { totalCount } }");
      await ask(heard.store, "{ papers { nodes { id methods { nodes { id } } } } }");
      const counted = engine === "embedded" ? ["paper/count-dates.embedded"] : [];
      expect(heard.read).toEqual(["paper/count", ...counted, "paper/list"]);
      await ask(heard.store, "{ papers { nodes { id } } }");
      expect(heard.read.slice(2 + counted.length)).toEqual(["paper/list"]);
    });

    it.each([
      [{ first: 101 }, { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      [{ first: 1_000_000_000 }, { code: "LIMIT_EXCEEDED", got: 1_000_000_000, allowed: 100 }],
      [{ first: 0 }, { code: "BAD_ARGUMENT", got: 0, allowed: "1 to 100" }],
      [{ first: -1 }, { code: "BAD_ARGUMENT", got: -1, allowed: "1 to 100" }],
      [{ after: "" }, { code: "BAD_CURSOR" }],
      [{ after: "AAAA" }, { code: "BAD_CURSOR" }],
      [{ after: "' OR 1 = 1" }, { code: "BAD_CURSOR" }],
      [{ search: "x".repeat(1001) }, { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 }],
      [{ where: { ids: Array(201).fill("x") } }, { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 }],
      [{ where: { entities: { any: Array(201).fill("x") } } }, { code: "LIMIT_EXCEEDED", got: 201, allowed: 200 }],
      [{ where: nested(6) }, { code: "LIMIT_EXCEEDED", got: 6, allowed: 5 }],
      [{ where: { OR: Array(51).fill({}) } }, { code: "LIMIT_EXCEEDED", got: 51, allowed: 50 }],
    ])("refuse %j", async (variables, error) => {
      expect(await fails(store, LIST, variables)).toEqual([error]);
    });

    it("refuse the cursor of another order", async () => {
      const byTitle = { orderBy: { field: "TITLE" } };
      const { papers } = await ask<{ papers: { pageInfo: { endCursor: string } } }>(store, LIST, {
        ...byTitle,
        first: 1,
      });
      const after = papers.pageInfo.endCursor;
      expect(await ask(store, LIST, { ...byTitle, after })).toBeTruthy();
      expect(await fails(store, LIST, { after })).toEqual([{ code: "BAD_CURSOR" }]);
      expect(await fails(store, LIST, { ...byTitle, after: after.slice(0, -3) })).toEqual([{ code: "BAD_CURSOR" }]);
    });
  });

  describe("papers of a random graph", () => {
    const graph = randomGraph();
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });
    const orders = (["DATE", "TITLE"] as const).flatMap((field) =>
      (["ASC", "DESC"] as const).map((direction) => ({ field, direction })),
    );

    it.each(orders)("are walked page by page without loss or repeat, by $field $direction", async (orderBy) => {
      for (const first of [1, 7, 60]) {
        const pages = await walk(store, LIST, { orderBy, first }, ({ papers }) => papers);
        expect(pages.flat()).toEqual(papersIn(graph, {}, orderBy).map(({ id }) => id));
        expect(pages.slice(0, -1).every((page) => page.length === first)).toBe(true);
      }
    });

    it("are walked best first in a search too", async () => {
      const pages = await walk(store, LIST, { search: "abstract", first: 7 }, ({ papers }) => papers);
      expect(pages.flat().sort()).toEqual(graph.papers.map(({ id }) => id).sort());
    });
  });
});

function nested(depth: number): object {
  return depth === 1 ? {} : { NOT: nested(depth - 1) };
}
