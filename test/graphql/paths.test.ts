import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bestPaths, countPaths } from "../../schema/paths/best-paths.js";
import { type PathBounds, searchPaths, withinBudget } from "../../schema/paths/search.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, failsOutOfTime, listening } from "./support/ask.js";
import { passes, sorted } from "./support/brute-force.js";
import { loadGraph, type TestGraph } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const PATHS = `query ($from: ID!, $to: ID!, $maxHops: Int, $where: PaperWhere, $first: Int) {
  paths(from: $from, to: $to, maxHops: $maxHops, where: $where, first: $first) {
    length totalCount truncated truncatedBy leftOut { id }
    paths { nodes { id } hops { from { id } to { id } paperCount papers(first: 2) { id } } }
  }
}`;

interface Demand {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly where: PaperFilter;
  readonly first: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the documentation of `paths` says: every walk of growing length until one arrives. */
function pathsIn(graph: TestGraph, { from, to, maxHops, where, first }: Demand) {
  const part = graph.papers.filter((paper) => passes(graph, paper, where));
  const papersOn = (a: string, b: string) => {
    const [own] = graph.papers.filter(({ id }) => id === a || id === b);
    const between = own ? [own] : part;
    return between.filter(({ id, mentions }) =>
      [a, b].every((end) => id === end || mentions.some(({ entity }) => entity === end)),
    );
  };
  const entities = graph.entities.map(({ id }) => id);
  let walks: string[][] = [[from]];
  for (let hops = 0; hops <= maxHops; hops++) {
    const arrived = walks.filter((walk) => walk.at(-1) === to);
    if (arrived.length > 0) return answer(arrived, hops);
    const seen = new Set(walks.flat());
    walks = walks.flatMap((walk) =>
      [...entities, to]
        .filter((id, i, all) => all.indexOf(id) === i && !seen.has(id) && papersOn(walk.at(-1)!, id).length > 0)
        .map((id) => [...walk, id]),
    );
  }
  return { length: null, totalCount: 0, paths: [] };

  function answer(found: readonly string[][], length: number) {
    const paths = found.map((nodes) => ({
      nodes: nodes.map((id) => ({ id })),
      hops: nodes.slice(1).map((id, i) => ({
        from: { id: nodes[i]! },
        to: { id },
        paperCount: papersOn(nodes[i]!, id).length,
        papers: sorted(papersOn(nodes[i]!, id), ({ date }) => date || null, "DESC")
          .slice(0, 2)
          .map((paper) => ({ id: paper.id })),
      })),
    }));
    const papers = ({ hops }: (typeof paths)[number]) => hops.reduce((sum, { paperCount }) => sum + paperCount, 0);
    const key = ({ nodes }: (typeof paths)[number]) => nodes.map(({ id }) => id).join(" ");
    paths.sort((a, b) => papers(b) - papers(a) || compare(key(a), key(b)));
    return { length, totalCount: paths.length, paths: paths.slice(0, first) };
  }
}

const UNCUT = { truncated: false, truncatedBy: [], leftOut: [] };
const RUNS = { embedded: 120, neo4j: 20 };

eachStore((engine, open) => {
  describe("paths in a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });
    const between = async (from: string, to: string, more: Record<string, unknown> = {}) => {
      const { paths } = await ask<{ paths: { length: number; paths: { nodes: { id: string }[] }[] } | null }>(
        ...([store, PATHS, { from, to, ...more }] as const),
      );
      return paths && [paths.length, ...paths.paths.map(({ nodes }) => nodes.map(({ id }) => id).join(" "))];
    };

    it.each([
      ["entity:glue", "entity:transformer", 1, "entity:glue entity:transformer"],
      ["entity:sam", "entity:bert", 2, "entity:segment-anything-model entity:transformer entity:bert"],
      ["arxiv:1706.03762", "entity:transformer", 1, "arxiv:1706.03762 entity:transformer"],
      ["hash:undated", "arxiv:2010.11929", 2, "hash:undated entity:bert arxiv:2010.11929"],
      ["hash:undated", "doi:10.1/sam", 3, "hash:undated entity:bert entity:imagenet doi:10.1/sam"],
    ])("lead from %s to %s in %i hops", async (from, to, ...found) => {
      expect(await between(from, to)).toEqual(found);
    });

    it("are several where there are several, the one with most papers first", async () => {
      expect(await between("entity:glue", "entity:imagenet")).toEqual([
        2,
        "entity:glue entity:bert entity:imagenet",
        "entity:glue entity:transformer entity:imagenet",
      ]);
    });

    it("show the papers on each hop", async () => {
      const answer = await ask(store, PATHS, { from: "entity:glue", to: "entity:bert" });
      const [from, to] = [{ id: "entity:glue" }, { id: "entity:bert" }];
      const papers = [{ id: "arxiv:1810.04805" }, { id: "hash:undated" }];
      const path = { nodes: [from, to], hops: [{ from, to, paperCount: 2, papers }] };
      expect(answer).toEqual({ paths: { length: 1, totalCount: 1, paths: [path], ...UNCUT } });
    });

    it.each(["entity:bert", "arxiv:1706.03762"])("lead from %s to itself without a hop", async (id) => {
      const path = { nodes: [{ id }], hops: [] };
      expect(await ask(store, PATHS, { from: id, to: id })).toEqual({
        paths: { length: 0, totalCount: 1, paths: [path], ...UNCUT },
      });
    });

    it("are none where nothing leads on within the hops and the part", async () => {
      expect(await between("entity:sam", "entity:glue", { maxHops: 1 })).toEqual([null]);
      const where = { years: { from: 2023 } };
      expect(await between("entity:sam", "entity:glue", { where })).toEqual([null]);
    });

    it("are null for an unknown end", async () => {
      expect(await between("entity:bert", "entity:none")).toBeNull();
      expect(await between("x", "entity:bert")).toBeNull();
    });

    it.each([
      [{ maxHops: 7 }, { code: "LIMIT_EXCEEDED", got: 7, allowed: 6 }],
      [{ maxHops: 0 }, { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" }],
      [{ first: 101 }, { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
    ])("refuse %j", async (variables, error) => {
      expect(await fails(store, PATHS, { from: "entity:bert", to: "entity:glue", ...variables })).toEqual([error]);
    });

    it("are stopped when the time is up", async () => {
      expect(await failsOutOfTime(store, PATHS, { from: "entity:bert", to: "entity:sam" })).toEqual(["TIMEOUT"]);
    });

    it("take one statement a level, and one for the papers of all hops", async () => {
      const heard = listening(store);
      await ask(heard.store, PATHS, { from: "entity:glue", to: "entity:imagenet" });
      const own = heard.read.filter((name) => name.startsWith("path/"));
      expect(own).toEqual(["path/expand-entities", "path/expand-entities", "path/list-hop-papers"]);
    });
  });

  it("paths in a random graph are those that a search by hand finds", async () => {
    const store = await open();
    const graph = randomGraph();
    await loadGraph(store, graph);
    const end = fc.constantFrom(...graph.papers.map(({ id }) => id), ...graph.entities.map(({ id }) => id));
    const demands = fc.record({
      from: end,
      to: end,
      maxHops: fc.integer({ min: 1, max: 6 }),
      where: fc.oneof(fc.constant({}), anyPaperFilter),
      first: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(demands, async (demand) => {
        const { paths } = await ask<{ paths: unknown }>(store, PATHS, { ...demand });
        expect(paths).toEqual({ ...pathsIn(graph, demand), ...UNCUT });
      }),
      { numRuns: RUNS[engine], seed: 7 },
    );
  });
});

describe("a search for paths", () => {
  /** Pairs of neighbours; every entity is in one paper, save where `counts` says otherwise. */
  const search = async (pairs: string[], counts: Record<string, number>, bounds: Partial<PathBounds> = {}) => {
    const read: string[][] = [];
    const node = (id: string) => ({ id, paperCount: counts[id] ?? 1 });
    const found = await searchPaths(
      node("a"),
      node("z"),
      { maxHops: 4, papersPerEntity: 10, papers: 100, ...bounds },
      async (ids) => {
        read.push([...ids]);
        const next = (id: string) => pairs.filter((pair) => pair.includes(id)).map((pair) => pair.replace(id, ""));
        return new Map(ids.map((id) => [id, next(id).map((other) => ({ ...node(other), papers: 1 }))]));
      },
    );
    const paths = bestPaths(found, 10).map(({ nodes }) => nodes.join(""));
    return { paths, count: countPaths(found), hubs: [...found.hubs].sort(), spent: found.spent, read };
  };

  it("does not lead through an entity in too many papers, and says so", async () => {
    const found = await search(["ah", "hz", "ab", "bc", "cz"], { h: 11 });
    expect(found).toMatchObject({ paths: ["abcz"], count: 1, hubs: ["h"], spent: false });
  });

  it("says nothing of an entity through which only longer paths could lead", async () => {
    expect(await search(["ah", "hz", "az"], { h: 11 })).toMatchObject({ paths: ["az"], hubs: [] });
  });

  it("leads to an end in however many papers, from the other", async () => {
    const found = await search(["ab", "bz"], { z: 1_000 });
    expect(found).toMatchObject({ paths: ["abz"], read: [["a"], ["b"]], spent: false });
  });

  it("follows the rarest entities that the papers left to read allow, and says when they were spent", async () => {
    const pairs = ["ab", "ac", "bz", "cz"];
    const found = await search(pairs, { a: 1, b: 2, c: 9, z: 50 }, { papers: 6 });
    expect(found).toMatchObject({ paths: ["abz"], spent: true, read: [["a"], ["b"]] });
    expect(withinBudget(new Map(Object.entries({ x: 3, y: 1, w: 3 })), 4)).toEqual(["y", "w"]);
  });

  it("reads nothing when both ends are in too many papers", async () => {
    const found = await search(["az"], { a: 200, z: 300 });
    expect(found).toMatchObject({ paths: [], count: 0, spent: true, read: [] });
  });
});
