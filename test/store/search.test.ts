import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Store } from "../../src/store/store.js";
import { searchWords, storedWords } from "../../src/text/search-words.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

interface Text {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

const PAPERS: readonly Text[] = [
  { id: "attention", title: "Attention Is All You Need", abstract: "The Transformer, based solely on attention." },
  { id: "bert", title: "BERT: Pre-training of Deep Transformers", abstract: "GPT-4 is not in BERT." },
  { id: "schrodinger", title: "Schr\u00f6dinger bridges", abstract: "NA\u00cfVE Stra\u00dfe, \u0141\u00f3d\u017a." },
  { id: "chinese", title: "\u4e2d\u6587\u5206\u8bcd", abstract: "Word segmentation." },
  { id: "untold", title: "No abstract", abstract: "" },
];

const SAVE_PAPERS = cypher(
  "UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p.words = row.words, p.date = row.date",
);
const SAVE_ENTITIES = cypher(
  "UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e.words = row.words, e.paperCount = row.paperCount",
);

const savePapers = (store: Store, papers: readonly Text[]) => {
  const rows = papers.map(({ id, title, abstract }) => ({ id, words: storedWords(title, abstract), date: "2020" }));
  return store.write([{ statement: SAVE_PAPERS, params: { rows } }]);
};

eachStore((engine, open) => {
  let store: Store;
  const found = async (query: string) => (await store.searchText("papers", query, 100)).map(({ id }) => id).sort();

  describe("papers", () => {
    beforeAll(async () => {
      store = await open();
      await savePapers(store, PAPERS);
    });

    it.each([
      ["a word of the title", "attention", ["attention"]],
      ["a word of the abstract", "segmentation", ["chinese"]],
      ["words of title and abstract, in any order", "transformer need", ["attention"]],
      ["every word and not some", "attention segmentation", []],
      ["whole words only", "transform", []],
      ["a plural as another word", "transformers", ["bert"]],
      ["any case", "BeRt DEEP", ["bert"]],
      ["accents that are typed", "schr\u00f6dinger", ["schrodinger"]],
      ["accents that are not typed", "schrodinger naive", ["schrodinger"]],
      ["accents as combining marks", "schro\u0308dinger", ["schrodinger"]],
      ["letters without decomposition", "strasse lodz", ["schrodinger"]],
      ["names with signs by their parts", "GPT-4", ["bert"]],
      ["punctuation as space", "pre/training, (deep)!", ["bert"]],
      ["Chinese by character", "\u5206\u8bcd", ["chinese"]],
      ["a word that is asked twice", "bert bert", ["bert"]],
      ["frequent English words as well", "is all you", ["attention"]],
      ["no word", " -- * ", []],
      ["nothing", "", []],
    ])("finds by %s", async (_, query, ids) => {
      expect(await found(query)).toEqual(ids);
    });

    it("gives the best first, at most as many as asked", async () => {
      const hits = await store.searchText("papers", "bert", 1);
      expect(hits).toEqual([{ id: "bert", score: expect.any(Number) }]);
    });

    it("ranks a word in the title before a word in the abstract, on the embedded engine", async () => {
      if (engine === "neo4j") return;
      await savePapers(store, [{ id: "aside", title: "Something else", abstract: "Attention aside." }]);
      expect(await store.searchText("papers", "attention", 9)).toEqual([
        { id: "attention", score: 1 },
        { id: "aside", score: 0 },
      ]);
    });

    it("refuses a pasted text", async () => {
      const text = Array.from({ length: 33 }, (_, i) => `w${i}`).join(" ");
      await expect(store.searchText("papers", text, 10)).rejects.toMatchObject({
        code: "LIMIT_EXCEEDED",
        message: "A search of 33 different words; at most 32 are allowed. Use fewer words.",
      });
    });

    it("finds a paper by its new text after a change, and no more by its old", async () => {
      await savePapers(store, [{ id: "untold", title: "Retold", abstract: "Anew." }]);
      expect([await found("abstract"), await found("retold anew")]).toEqual([[], ["untold"]]);
    });
  });

  describe("entities", () => {
    beforeAll(async () => {
      store = await open();
      const rows = [
        { id: "entity:bert", words: storedWords("BERT", ["Bidirectional Encoder Representations"]), paperCount: 9 },
        { id: "entity:bert-large", words: storedWords("BERT-large", []), paperCount: 3 },
        { id: "entity:roberta", words: storedWords("RoBERTa", ["Robust BERT"]), paperCount: 5 },
      ];
      await store.write([{ statement: SAVE_ENTITIES, params: { rows } }]);
    });

    it.each([
      ["its name", "roberta", ["entity:roberta"]],
      ["an alias", "bidirectional encoder", ["entity:bert"]],
      ["name and aliases together", "bert robust", ["entity:roberta"]],
      ["a word of several", "bert", ["entity:bert", "entity:bert-large", "entity:roberta"]],
    ])("finds by %s", async (_, query, ids) => {
      expect((await store.searchText("entities", query, 10)).map(({ id }) => id).sort()).toEqual(ids);
    });

    it("does not mix them with papers", async () => {
      expect(await store.searchText("papers", "bert", 10)).toEqual([]);
    });
  });

  it("finds exactly the papers whose words hold every word of the query", async () => {
    store = await open();
    const vocabulary = [
      "Bert",
      "bert",
      "B\u00e9rt",
      "gpt4",
      "GPT-4",
      "x",
      "\u4e2d\u6587",
      "and",
      "OR",
      "na\u00efve",
      "-",
      "~",
    ];
    const text = (longest: number) =>
      fc.array(fc.constantFrom(...vocabulary), { maxLength: longest }).map((words) => words.join(" "));
    const texts = fc.sample(fc.tuple(text(4), text(8)), { numRuns: 150, seed: 3 });
    const papers = texts.map(([title, abstract], i) => ({ id: `p${String(i).padStart(3, "0")}`, title, abstract }));
    await savePapers(store, papers);
    for (const query of fc.sample(text(4), { numRuns: 60, seed: 4 })) {
      const words = searchWords(query);
      const matching = papers.filter(({ title, abstract }) => {
        const held = searchWords(`${title} ${abstract}`);
        return words.length > 0 && words.every((word) => held.includes(word));
      });
      const hits = await store.searchText("papers", query, 1000);
      expect({ query, ids: hits.map(({ id }) => id).sort() }).toEqual({ query, ids: matching.map(({ id }) => id) });
    }
  });
});
