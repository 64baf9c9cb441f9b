import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { BatchLoader } from "../../ingest/batch-loader.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { identify } from "../../ingest/identify.js";
import { originOf } from "../../ingest/identify-record.js";
import { emptyReport, type IngestTools, ingest } from "../../ingest/ingest.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { settle } from "../../ingest/load/settle.js";
import type { RawRecord } from "../../ingest/read/reader.js";
import { remove } from "../../ingest/remove.js";
import { createContext } from "../../schema/context.js";
import { loadPaper } from "../../schema/load/papers.js";
import { packageRoot } from "../../src/package-root.js";
import { NO_EXTRAS } from "../../src/store/filter/paper-queries.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { ask } from "../graphql/support/ask.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";

const fixture = (name: string) => join(packageRoot, "test/fixtures/read", name);
const TITLE = "Lantern: Sparse Routing for Long Documents";
const base: RawRecord = { title: TITLE, year: 2024, authors: ["Ada Berg"] };

/** What each source says of a few papers, some of which are the same. */
const RECORDS: Readonly<Record<string, RawRecord>> = {
  arxiv: { ...base, arxivId: "2401.00123", abstract: "We route with LoRA.", source: "arxiv" },
  crossref: { ...base, doi: "10.5555/x", venue: "Routes", source: "crossref" },
  openalex: {
    title: "Lantern",
    id: "openalex:W1",
    doi: "10.5555/x",
    arxivId: "2401.00123",
    abstract: "With BERT, we route.",
    source: "openalex",
  },
  bibtex: { ...base, year: 2025, source: "bibtex" },
  other: { ...base, doi: "10.5555/y", abstract: "Another on BERT.", source: "pubmed" },
  csv: { title: "Learning to Wait", id: "w1", url: "https://openreview.net/forum?id=waitBBB2", source: "csv" },
  openreview: {
    title: "Learning to wait!",
    id: "openreview:waitBBB2",
    abstract: "We use the GLUE benchmark.",
    source: "openreview",
  },
};
const NAMES = Object.keys(RECORDS);

eachStore((engine, open) => {
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

  /** Loads records in one run. */
  async function load(records: readonly RawRecord[], batch = 500) {
    const report = emptyReport();
    const loader = new BatchLoader(store, tools, { batch }, report, () => {});
    for (const raw of records) {
      const paper = identify(raw, "c");
      if ("code" in paper) throw new Error(paper.reason);
      await loader.add(paper, originOf(raw, paper, "json"));
    }
    await loader.end();
    await settle(store, lookUpName, { onProgress: () => {} });
    return report;
  }
  const named = (...names: string[]) => names.map((name) => RECORDS[name]!);
  const ids = async () =>
    (await store.read<{ id: string }>(statement("dump/list-papers"), { after: "", limit: 100 })).map(({ id }) => id);
  const get = (id: string) => loadPaper(createContext(store), id, { ...NO_EXTRAS, abstract: true, details: true });

  describe("records of one paper", () => {
    it("are one paper, which has every id that they give", async () => {
      await load(named("arxiv", "crossref", "openalex"));
      expect(await ids()).toEqual(["arxiv:2401.00123"]);
      for (const id of ["arxiv:2401.00123", "arxiv:2401.00123v2", "doi:10.5555/x", "doi:10.5555/X", "openalex:W1"]) {
        expect(await get(id)).toMatchObject({
          id: "arxiv:2401.00123",
          title: TITLE,
          venue: "Routes",
          doi: "10.5555/x",
        });
      }
      expect(await get("doi:10.5555/none")).toBeNull();
      const asked = await ask(store, `{ paper(id: "doi:10.5555/x") { id } node(id: "openalex:W1") { id } }`);
      expect(asked).toEqual({ paper: { id: "arxiv:2401.00123" }, node: { id: "arxiv:2401.00123" } });
    });

    it("that come later join papers, and the id that one had keeps resolving", async () => {
      await load(named("bibtex"));
      const [hash] = await ids();
      await load(named("crossref"));
      expect(await ids()).toEqual(["doi:10.5555/x"]);
      await load(named("arxiv"));
      expect(await ids()).toEqual(["arxiv:2401.00123"]);
      expect(await get(hash!)).toMatchObject({ id: "arxiv:2401.00123" });
      expect(await get("doi:10.5555/x")).toMatchObject({ id: "arxiv:2401.00123" });
    });

    it("that say the same again write nothing", async () => {
      await load(named(...NAMES));
      const report = await load(named(...NAMES));
      expect(report).toMatchObject({ read: NAMES.length, added: 0, changed: 0, links: 0 });
    });

    it("that are corrected take the place of what they said", async () => {
      await load(named("arxiv", "openalex"));
      const corrected = { ...RECORDS.openalex!, arxivId: "", abstract: "We use nothing." };
      await load([corrected]);
      const changed = await fingerprint(store);
      expect(await ids()).toEqual(["arxiv:2401.00123", "doi:10.5555/x"]);
      await wipe(store);
      await load([corrected, ...named("arxiv")]);
      expect(await fingerprint(store)).toBe(changed);
    });

    it("part again when a DOI tells them apart", async () => {
      await load(named("crossref", "bibtex"));
      expect(await ids()).toHaveLength(1);
      await load(named("other"));
      expect(await ids()).toHaveLength(3);
    });

    it("leave nothing behind when their paper is removed, by any of its ids", async () => {
      await load(named("csv"));
      const expected = await fingerprint(store);
      await load(named("arxiv", "openalex"));
      expect(await remove(store, lookUpName, { ids: ["10.5555/x"] })).toMatchObject({ deleted: 1, unknown: 0 });
      expect(await fingerprint(store)).toBe(expected);
      expect(await get("openalex:W1")).toBeNull();
    });

    it("give one graph, in whatever order and batches they come", async () => {
      await load(named(...NAMES));
      const whole = await fingerprint(store);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
          fc.integer({ min: 1, max: NAMES.length }),
          fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
          async (order, batch, before) => {
            await wipe(store);
            if (before.length > 0) await load(named(...before));
            await load(named(...order), batch);
            expect(await fingerprint(store)).toBe(whole);
          },
        ),
        { numRuns: engine === "embedded" ? 20 : 4, seed: 20261124 },
      );
    });
  });

  it("reads one paper from the files of six sources", async () => {
    const files = [
      "arxiv-atom/papers.xml",
      "oai-pmh/papers.xml",
      "openalex/works.json",
      "crossref/works.json",
      "semantic-scholar/papers.json",
      "hf-daily-papers/day.json",
    ];
    await ingest(store, tools, { files: files.map(fixture) });
    expect(await get("doi:10.5555/abc.17")).toMatchObject({ id: "arxiv:2401.00123", date: "2024-01-02" });
    const papers = await ids();
    expect(papers.filter((id) => /2401\.00123|abc\.17|W1000000001/.test(id))).toEqual(["arxiv:2401.00123"]);
    const again = await ingest(store, tools, { files: files.map(fixture) });
    expect(again).toMatchObject({ added: 0, changed: 0 });
  });
});
