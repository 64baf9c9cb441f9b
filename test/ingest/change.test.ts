import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestTools, ingest } from "../../ingest/ingest.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { reExtract } from "../../ingest/re-extract.js";
import { type RemoveOptions, remove } from "../../ingest/remove.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { lists, load, type Reads } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { wipe } from "../support/wipe.js";

const IDS = PAPERS.map(({ arxivId }) => `arxiv:${arxivId}`);

eachStore((_engine, open) => {
  let store: Store;
  let tools: IngestTools;
  beforeAll(() => {
    tools = createIngestTools();
  });
  afterAll(() => tools.extractor.close());
  beforeEach(async () => {
    store ??= await open();
    await wipe(store);
  });
  const ingestPapers = (papers: readonly unknown[], collection?: string, reExtract?: boolean) =>
    ingest(store, tools, { files: [fileOf(jsonLines(papers))], collection, reExtract });
  const collectionsOf = async () =>
    Object.fromEntries(
      (await store.read<{ id: string; collections: string[] }>(statement("load/get-hashes"), { ids: IDS })).map(
        ({ id, collections }) => [id, collections],
      ),
    );
  const printOf = async (papers: readonly unknown[], collection?: string) => {
    await wipe(store);
    await ingestPapers(papers, collection);
    return fingerprint(store);
  };

  describe("removing papers", () => {
    it.each([
      ["an id", "arxiv:1810.04805"],
      ["an arXiv id with version", "1810.04805v2"],
      ["an address", "https://arxiv.org/abs/1810.04805"],
    ])("by %s leaves the graph as if it had never been loaded", async (_what, id) => {
      const expected = await printOf(PAPERS.slice(1));
      await printOf(PAPERS);
      const report = await remove(store, lookUpName, { ids: [id] });
      expect(report).toMatchObject({ deleted: 1, left: 0, unknown: 0 });
      expect(await fingerprint(store)).toBe(expected);
    });

    it("of a collection deletes those in no other one, and the others only leave it", async () => {
      await ingestPapers(PAPERS, "a");
      await ingestPapers(PAPERS.slice(0, 2), "b");
      const dry = await remove(store, lookUpName, { collection: "a", dryRun: true });
      expect(dry).toMatchObject({ deleted: 1, left: 2, settled: 0 });
      const report = await remove(store, lookUpName, { collection: "a" });
      expect(report).toMatchObject({ deleted: 1, left: 2, unknown: 0 });
      expect(await collectionsOf()).toEqual({ [IDS[0]!]: ["b"], [IDS[1]!]: ["b"] });
      const print = await fingerprint(store);
      expect(await printOf(PAPERS.slice(0, 2), "b")).toBe(print);
    });

    it.each<[string, RemoveOptions, object, Record<string, string[]>]>([
      [
        "ids leave the collection that is named",
        { ids: [IDS[0]!, IDS[1]!], collection: "a" },
        { deleted: 1, left: 1, unknown: 0, unknownIds: [] },
        { [IDS[0]!]: ["b"], [IDS[2]!]: ["a"] },
      ],
      [
        "ids that are not in the collection are unknown in it",
        { ids: [IDS[1]!, "arxiv:0000.00000"], collection: "b" },
        { deleted: 0, left: 0, unknown: 2, unknownIds: [IDS[1], "arxiv:0000.00000"] },
        { [IDS[0]!]: ["a", "b"], [IDS[1]!]: ["a"], [IDS[2]!]: ["a"] },
      ],
      [
        "a dry run writes nothing",
        { ids: [IDS[0]!], dryRun: true },
        { deleted: 1, left: 0, unknown: 0, settled: 0 },
        { [IDS[0]!]: ["a", "b"], [IDS[1]!]: ["a"], [IDS[2]!]: ["a"] },
      ],
    ])("%s", async (_what, options, report, collections) => {
      await ingestPapers(PAPERS, "a");
      await ingestPapers(PAPERS.slice(0, 1), "b");
      expect(await remove(store, lookUpName, options)).toMatchObject(report);
      expect(await collectionsOf()).toEqual(collections);
    });

    it("leaves what the other papers make, whatever they read", async () => {
      const names = [
        "SAM",
        "SAM = Segment Any Model / MODEL",
        "SAM = Sharp Aware Min",
        "SGD",
        "COCO / DATASET",
        "SGD-2b",
      ];
      const paper = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 });
      const corpus = fc.array(fc.tuple(paper, fc.boolean()), { minLength: 1, maxLength: 6 });
      const lookUp = lists([]);
      await fc.assert(
        fc.asyncProperty(corpus, async (papers) => {
          const all = papers.map(([reads, isKept], i): [string, Reads, boolean] => [`p${i}`, reads, isKept]);
          const graph = (rows: typeof all) => Object.fromEntries(rows.map(([id, reads]) => [id, reads]));
          await wipe(store);
          await load(store, graph(all.filter(([, , isKept]) => isKept)), lookUp);
          const expected = await fingerprint(store);
          await wipe(store);
          for (const one of all) await load(store, graph([one]), lookUp);
          await remove(store, lookUp, { ids: all.filter(([, , isKept]) => !isKept).map(([id]) => id) });
          expect(await fingerprint(store)).toBe(expected);
        }),
        { numRuns: 20, seed: 20261124 },
      );
    });
  });

  describe("a new version of the extractor", () => {
    /** Reads nothing, and says that it is older. */
    const older = (): IngestTools => ({
      ...tools,
      version: "older",
      extractor: { extract: async (papers) => papers.map(() => []), close: async () => {} },
    });
    const loadOlder = (papers: readonly unknown[]) => ingest(store, older(), { files: [fileOf(jsonLines(papers))] });

    it("reads a paper anew that comes again", async () => {
      const expected = await printOf(PAPERS);
      await wipe(store);
      await loadOlder(PAPERS);
      expect(await ingestPapers(PAPERS)).toMatchObject({ added: 0, changed: 3, unchanged: 0 });
      expect(await fingerprint(store)).toBe(expected);
    });

    it("reads the stored papers anew that it has not read, without their files", async () => {
      const expected = await printOf(PAPERS);
      await wipe(store);
      await loadOlder(PAPERS);
      await ingestPapers(PAPERS.slice(0, 1));
      expect(await reExtract(store, tools, {})).toMatchObject({ read: 2, changed: 2 });
      expect(await fingerprint(store)).toBe(expected);
      expect(await reExtract(store, tools, {})).toMatchObject({ read: 0, changed: 0, settled: 0 });
    });

    it("or all of them, when it is told so", async () => {
      const expected = await printOf(PAPERS, "a");
      expect(await reExtract(store, tools, { all: true, batch: 2 })).toMatchObject({
        read: 3,
        changed: 3,
        unchanged: 0,
      });
      expect(await fingerprint(store)).toBe(expected);
      expect(await ingestPapers(PAPERS, "a", true)).toMatchObject({ added: 0, changed: 3, unchanged: 0 });
      expect(await fingerprint(store)).toBe(expected);
    });
  });
});
