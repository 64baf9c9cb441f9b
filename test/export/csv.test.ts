import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { importResults } from "../../ingest/results/import-results.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines } from "../support/papers.js";
import { wipe } from "../support/wipe.js";
import { type Dumped, dumped } from "./support/dumped.js";
import { exported } from "./support/exporting.js";
import { BROKEN_TEXT, loadRead, NASTY, NASTY_GRAPH } from "./support/graphs.js";

type Row = Record<string, unknown>;

/** A value by the type in its header, as `neo4j-admin` takes it: nothing between commas is null, quotes make a text. */
function cellOf(text: string, quoted: boolean, type: string): unknown {
  if (text === "" && !quoted) return null;
  if (type.endsWith("[]")) {
    const items = text === "" ? [] : text.split("\u001f");
    return type === "long[]" ? items.map(Number) : items;
  }
  return type === "long" || type === "double" ? Number(text) : type === "boolean" ? text === "true" : text;
}

/** The rows of a table, without nulls; `:TYPE` and the like keep their names. */
function rowsOf(table: string): Row[] {
  const cells: unknown = parse(table, { cast: (value, { quoting }) => ({ value, quoting }) });
  const [header = [], ...rows] = cells as { value: string; quoting: boolean }[][];
  return rows.map((row) =>
    Object.fromEntries(
      row.flatMap(({ value, quoting }, i) => {
        const [name = "", type = ""] = header[i]!.value.split(/:(?=[^:]+$)/);
        const special = /^(ID|LABEL|START_ID|END_ID|TYPE)\b/.exec(type)?.[1];
        const cell = cellOf(value, quoting, special === "LABEL" ? "string[]" : special ? "" : type);
        return cell === null ? [] : [[special && name === "" ? special : name, cell]];
      }),
    ),
  );
}

/** The fingerprint has the links and results of a page of papers in an order of its own. */
const inOrder = <T extends { links: Row[]; results: Row[] }>(graph: T): T => ({
  ...graph,
  results: [...graph.results].sort((a, b) => (`${a.paper} ${a.id}` < `${b.paper} ${b.id}` ? -1 : 1)),
  links: [...graph.links].sort((a, b) => (`${a.paper} ${a.entity}` < `${b.paper} ${b.entity}` ? -1 : 1)),
});

/** The graph in the tables, in the form of `dumped`. */
function graphOf(files: Readonly<Record<string, string>>) {
  const table = (name: string) => rowsOf(files[`${name}.csv`]!);
  const ends = (name: string, type: string) => table(name).filter((row) => row.TYPE === type);
  const reached = (rows: Row[], at: "START_ID" | "END_ID", id: unknown) =>
    rows.filter((row) => row[at] === id).map((row) => row[at === "START_ID" ? "END_ID" : "START_ID"]);
  const [named, varies, variants] = [ends("named", "NAMES"), ends("varies", "VARIES"), ends("variants", "VARIANT_OF")];
  return {
    papers: table("papers").map(({ LABEL: _, records: _marks, titleKey: _key, ...paper }) => paper),
    links: table("mentions").map(({ START_ID, END_ID, TYPE, ...link }) => ({
      ...{ paper: START_ID, entity: END_ID, role: TYPE },
      ...link,
    })),
    results: table("reports").map(({ START_ID, END_ID, TYPE: _, ...result }) => {
      expect(table("benchmarks").map(({ key }) => key)).toContain(END_ID);
      return { paper: START_ID, key: END_ID, ...result };
    }),
    entities: table("entities").map(({ LABEL, ...entity }) => ({
      ...entity,
      labels: [...(LABEL as string[])].sort(),
      names: reached(named, "END_ID", entity.id).sort(),
      baseKeys: reached(varies, "START_ID", entity.id).sort(),
      bases: reached(variants, "START_ID", entity.id).sort(),
    })),
  };
}

/** What is left of a graph with these papers alone; kinds and names stay those of the whole. */
function partOf({ papers, links, entities, results }: Dumped, ids: ReadonlySet<string>): Dumped {
  const kept = links.filter(({ paper }) => ids.has(paper as string));
  const mentioned = new Set(kept.map(({ entity }) => entity));
  const yearOf = new Map(papers.map(({ id, year }) => [id, year as number | undefined]));
  return {
    papers: papers.filter(({ id }) => ids.has(id as string)),
    links: kept,
    results: results.filter(({ paper }) => ids.has(paper as string)),
    entities: entities
      .filter(({ id }) => mentioned.has(id))
      .map(({ firstYear: _, ...entity }) => {
        const of = kept.filter((link) => link.entity === entity.id).map(({ paper }) => yearOf.get(paper));
        const years = of.filter((year) => year !== undefined);
        return {
          ...entity,
          paperCount: of.length,
          ...(years.length > 0 ? { firstYear: Math.min(...years) } : {}),
          bases: (entity.bases as string[]).filter((base) => mentioned.has(base)),
        };
      }),
  };
}

const FULL_ID = NASTY_GRAPH[0]!.paper.id;

/** What each paper reports, in names with every mark. */
const loadResults = (store: Store) => {
  const rows = NASTY_GRAPH.flatMap(({ paper }, i) =>
    NASTY.map((name) => ({ paper: paper.id, dataset: `Bench ${name}`, model: name, metric: "FID", value: i + 0.5 })),
  );
  return importResults(store, { files: [fileOf(jsonLines(rows))] });
};

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => wipe(store));

  describe("an export as CSV for neo4j-admin", () => {
    it("is the whole graph, whatever marks its texts have", async () => {
      await loadRead(store, [...NASTY_GRAPH, BROKEN_TEXT]);
      await loadResults(store);
      const [graph, expected] = [graphOf(await exported(store, "csv")), await dumped(store)];
      expect(graph).toEqual(inOrder(expected));
    });

    it("has the names, each once", async () => {
      await loadRead(store, NASTY_GRAPH);
      const files = await exported(store, "csv");
      const keys = rowsOf(files["names.csv"]!).map(({ key }) => key);
      const used = rowsOf(files["named.csv"]!).map((row) => row.START_ID);
      expect({ keys, distinct: new Set(keys).size }).toEqual({ keys: [...keys].sort(), distinct: keys.length });
      expect(keys).toEqual(expect.arrayContaining(used));
    });

    it("has what papers are known by, each once, with the papers that they lead to", async () => {
      await loadRead(store, NASTY_GRAPH);
      const papers = NASTY_GRAPH.map(({ paper }) => paper.id);
      const [one = "", two = ""] = papers;
      await store.write([
        {
          statement: statement("identity/set-aliases"),
          params: {
            rows: [
              { id: "title:x", paper: one },
              { id: "title:x", paper: two },
              { id: "pmid:1", paper: one },
            ],
          },
        },
        {
          statement: statement("identity/set-records"),
          params: { rows: [{ id: "r 1", paper: two, content: '{"a": "\n"}' }] },
        },
      ]);
      const files = await exported(store, "csv");
      const table = (name: string) => rowsOf(files[`${name}.csv`]!);
      const ends = (name: string) =>
        table(name)
          .map(({ START_ID, END_ID }) => `${START_ID} ${END_ID}`)
          .sort();
      expect(
        table("aliases")
          .map(({ id }) => id)
          .sort(),
      ).toEqual(["pmid:1", "title:x"]);
      expect(ends("identifies")).toEqual([`pmid:1 ${one}`, `title:x ${one}`, `title:x ${two}`].sort());
      expect(table("records").map(({ id, content }) => [id, content])).toEqual([["r 1", '{"a": "\n"}']]);
      expect(ends("tells")).toEqual([`r 1 ${two}`]);
    });

    it.each<[string, PaperFilter, string[]]>([
      ["a collection", { collections: ["mine"] }, ["arxiv:2001.00001", FULL_ID]],
      ["an entity", { entities: { any: ["entity:llama-2"] } }, ["arxiv:2001.00001", "hash:0123456789abcdef"]],
      ["no known year", { NOT: { years: { from: 0 } } }, ["hash:0123456789abcdef"]],
      ["nothing", { ids: [] }, []],
    ])("of the papers of %s has what these mention, counted over them", async (_name, where, found) => {
      await loadRead(store, NASTY_GRAPH);
      await loadResults(store);
      const part = graphOf(await exported(store, "csv", where));
      const ids = part.papers.map(({ id }) => id as string);
      expect(part).toEqual(inOrder(partOf(await dumped(store), new Set(ids))));
      expect(ids).toEqual(found);
    });

    it("says where it is from and how to import it", async () => {
      await loadRead(store, NASTY_GRAPH);
      const { "README.txt": readme, ...tables } = await exported(store, "csv", { collections: ["mine"] });
      expect(readme).toContain("Made by papergraph 0.0.0.\nRead by extractor test-1+link.1.\n");
      expect(readme).toContain('The papers that pass {"collections":["mine"]}, and what they mention.');
      expect(readme).toContain("belong to their authors");
      const named = [...readme!.matchAll(/--(?:nodes|relationships)=(\S+)/g)].map(([, file]) => file);
      expect(named.sort()).toEqual(Object.keys(tables).sort());
    });

    it("of an empty graph has headers alone", async () => {
      const { "README.txt": _, ...tables } = await exported(store, "csv");
      expect(Object.values(tables).map((table) => table.trimEnd().split("\n").length)).toEqual(Array(13).fill(1));
    });
  });
});
