import { beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { papersIn } from "./support/brute-force.js";
import { loadGraph, type TestGraph } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const graph = randomGraph();
const RUNS = { embedded: 60, neo4j: 6 };

/** What the documentation of `compare` says, cell by cell. */
function tableOf(ids: readonly string[] | null, where: PaperFilter, kinds: readonly Kind[]) {
  const passing = papersIn(graph, where, { field: "DATE", direction: "DESC" });
  const papers = ids ? ids.flatMap((id) => passing.filter((paper) => paper.id === id)) : passing.slice(0, 5);
  const rows = graph.entities
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => {
      const cells = papers.map(({ mentions }) => {
        const said = mentions.find(({ entity }) => entity === id);
        return said ? { role: said.role, confidence: said.confidence } : null;
      });
      return { entity: { id }, papers: cells.filter((cell) => cell !== null).length, cells };
    })
    .filter((row) => row.papers > 0)
    .sort((a, b) => b.papers - a.papers || (a.entity.id < b.entity.id ? -1 : 1));
  return {
    papers: papers.map(({ id }) => ({ id })),
    rows: rows.slice(0, 8),
    missing: (ids ?? []).filter((id) => !papers.some((paper) => paper.id === id)),
    truncated: rows.length > 8 || (!ids && passing.length > 5),
  };
}

const TABLE = `query ($papers: [ID!], $where: PaperWhere, $kinds: [Kind!]) {
  compare(papers: $papers, where: $where, kinds: $kinds, first: 5, firstRows: 8) {
    papers { id } rows { entity { id } papers cells { role confidence } } missing truncated
  }
}`;

eachStore((engine, open) => {
  describe("a comparison of a random graph", () => {
    it("has a cell for every paper and entity, whatever the papers are restricted to", async () => {
      const store = await open();
      await loadGraph(store, graph);
      const ids = [...graph.papers.map(({ id }) => id), "hash:no-such"];
      const papers = fc.option(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 }));
      const kinds = fc.subarray([...KINDS], { minLength: 1 });
      const property = fc.asyncProperty(papers, anyPaperFilter, kinds, async (ids, where, kinds) => {
        expect(await ask(store, TABLE, { papers: ids, where, kinds })).toEqual({ compare: tableOf(ids, where, kinds) });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 300_000);
  });

  describe("a comparison of a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });
    const papers = ["hash:undated", "arxiv:1810.04805"];

    it("has the evidence of every cell, from one statement", async () => {
      const heard = listening(store);
      const document = `query ($papers: [ID!]) { compare(papers: $papers, kinds: [DATASET]) {
        papers { title } rows { entity { name } papers cells { role spans { start end } evidence { text } } }
      } }`;
      const cell = (start: number, text: string) => ({
        ...{ role: "EVALUATES", spans: [{ start, end: start + 4 }], evidence: [{ text }] },
      });
      expect(await ask(heard.store, document, { papers })).toEqual({
        compare: {
          papers: [{ title: "A note" }, { title: "BERT reads both ways" }],
          rows: [
            {
              entity: { name: "GLUE" },
              papers: 2,
              cells: [cell(0, "GLUE is said to be solved by BERT."), cell(37, "On GLUE, BERT leads.")],
            },
          ],
        },
      });
      expect(heard.read).toEqual(["paper/list"]);
    });

    it("is the same as CSV", async () => {
      const document = "query ($papers: [ID!]) { compare(papers: $papers, kinds: [METHOD, DATASET]) { csv } }";
      const { compare } = await ask<{ compare: { csv: string } }>(store, document, { papers });
      expect(compare.csv).toBe(
        [
          "entity,name,kind,papers,A note (hash:undated),BERT reads both ways (arxiv:1810.04805)",
          'entity:glue,GLUE,DATASET,2,EVALUATES: GLUE is said to be solved by BERT.,"EVALUATES: On GLUE, BERT leads."',
          "entity:transformer,Transformer,METHOD,1,,USES: We build BERT on the Transformer.",
          "",
        ].join("\r\n"),
      );
    });

    it.each([
      ["{ compare { csv } }", { code: "BAD_ARGUMENT", got: "neither" }],
      ["{ compare(where: {}, first: 101) { csv } }", { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      ["{ compare(where: {}, firstRows: 101) { csv } }", { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      [`{ compare(papers: [${'"a",'.repeat(101)}]) { csv } }`, { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
    ])("is refused: case %#", async (document, error) => {
      expect(await fails(store, document)).toEqual([error]);
    });

    it("is empty for no papers", async () => {
      const document = '{ compare(papers: ["hash:none"]) { papers { id } rows { papers } missing truncated csv } }';
      expect(await ask(store, document)).toEqual({
        compare: {
          ...{ papers: [], rows: [], missing: ["hash:none"], truncated: false, csv: "entity,name,kind,papers\r\n" },
        },
      });
    });
  });

  it("a comparison gives a spreadsheet no formula to run, and a parser every text back", async () => {
    const texts = [
      "=1+1",
      "+1",
      "-base",
      "@x",
      "\tx",
      '=HYPERLINK("http://x")',
      'a "quote", a comma',
      "two\nlines",
      "\uff1dx",
    ];
    const wild: TestGraph = {
      entities: texts.map((name, i) => ({ id: `entity:w${i}`, kind: "MODEL", name, aliases: [] })),
      papers: texts.map((title, i) => ({
        ...{ id: `hash:w${i}`, title, abstract: "", date: "2020", venue: null, collections: [] },
        mentions: [{ entity: `entity:w${i}`, role: "USES", confidence: 1, spans: [] }],
      })),
    };
    const store = await open();
    await loadGraph(store, wild);
    const { compare } = await ask<{ compare: { csv: string } }>(store, "{ compare(where: {}) { csv } }");
    const [head, ...rows] = parse(compare.csv) as string[][];
    expect(head?.slice(4).map((cell) => cell.replace(/^'/, ""))).toEqual(
      texts.map((text, i) => `${text} (hash:w${i})`),
    );
    expect(rows.map(([, name]) => name?.replace(/^'/, ""))).toEqual(texts);
    expect(rows.map((row) => row[1]).filter((cell) => /^[=+\-@\t\uff1d]/.test(cell!))).toEqual([]);
    expect(rows.map((row, i) => row[4 + i])).toEqual(texts.map(() => "USES"));
  });
});
