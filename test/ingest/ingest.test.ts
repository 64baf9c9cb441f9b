import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestOptions, type IngestTools, ingest } from "../../ingest/ingest.js";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { packageRoot } from "../../src/package-root.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";

const SAMPLE = join(packageRoot, "ingest/sample/papers.jsonl");
const SEED_PAGE = join(packageRoot, "../shared/data/seed/papers-page.txt");
const folder = mkdtempSync(join(tmpdir(), "papergraph-ingest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const lines = (...records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join("");

const lora = {
  id: "arxiv:2106.09685",
  title: "LoRA: Low-Rank Adaptation of Large Language Models",
  abstract: "We propose Low-Rank Adaptation (LoRA). Experiments with RoBERTa on the GLUE benchmark show its quality.",
  year: 2021,
};
const qlora = {
  id: "arxiv:2305.14314",
  title: "QLoRA",
  abstract:
    "We present QLoRA, a finetuning approach that backpropagates into LoRA. Our model Guanaco is compared to ChatGPT.",
  year: 2023,
};

/** Of each engine, to be compared when the second one is there. */
const graphs = new Map<string, string>();
const sameOnBothEngines = (what: string, print: string) => {
  const other = graphs.get(what);
  if (other === undefined) graphs.set(what, print);
  else expect(print).toBe(other);
};

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
  const load = (options: IngestOptions) => ingest(store, tools, options);
  const papers = async () => (await store.read<{ papers: number }>(statement("meta/count-papers")))[0]?.papers;

  describe("ingest", () => {
    it("loads the sample corpus, and writes nothing the second time", async () => {
      const first = await load({ files: [SAMPLE], collection: "sample" });
      expect(first).toMatchObject({ read: 161, added: 161, changed: 0, unchanged: 0, rejected: 0, failures: [] });
      const print = await fingerprint(store);
      sameOnBothEngines("sample", print);
      const second = await load({ files: [SAMPLE], collection: "sample" });
      expect(second).toMatchObject({ read: 161, added: 0, changed: 0, unchanged: 161, links: 0, settled: 0 });
      expect(await fingerprint(store)).toBe(print);
    });

    it("comes to the same graph in any order of files, with the same paper twice", async () => {
      const a = write("a.jsonl", lines(lora, qlora));
      const b = write("b.jsonl", lines(qlora));
      await load({ files: [a, b] });
      const print = await fingerprint(store);
      await wipe(store);
      await load({ files: [b] });
      await load({ files: [b, a] });
      expect(await fingerprint(store)).toBe(print);
      expect(await papers()).toBe(2);
    });

    it("replaces the mentions of a paper whose abstract changed", async () => {
      await load({ files: [write("old.jsonl", lines({ ...lora, abstract: "We use BERT on the SQuAD dataset." }))] });
      const report = await load({ files: [write("new.jsonl", lines(lora))] });
      expect(report).toMatchObject({ added: 0, changed: 1 });
      const changed = await fingerprint(store);
      await wipe(store);
      await load({ files: [write("new.jsonl", lines(lora))] });
      expect(await fingerprint(store)).toBe(changed);
    });

    it("adds a collection without extracting anew", async () => {
      const file = write("one.jsonl", lines(lora));
      await load({ files: [file], collection: "first" });
      const report = await load({ files: [file], collection: "second" });
      expect(report).toMatchObject({ changed: 1, links: 0, settled: 0 });
      const [paper] = await store.read(statement("load/get-hashes"), { ids: [lora.id] });
      expect(paper).toMatchObject({ collections: ["first", "second"] });
    });

    it("writes nothing in a dry run, and says what it would", async () => {
      const report = await load({ files: [write("one.jsonl", lines(lora))], dryRun: true });
      expect(report).toMatchObject({ read: 1, added: 1, settled: 0 });
      expect(report.links).toBeGreaterThan(0);
      expect(await papers()).toBe(0);
    });

    it("counts a paper once in a dry run whose batches have several records of it, as the run that writes does", async () => {
      const other = {
        ...lora,
        id: "another-id",
        arxivId: "2106.09685",
        abstract: "A second source words it in its own way.",
      };
      const options = { files: [write("twice.jsonl", lines(lora, qlora, other, lora))], batch: 1 };
      const { added, changed, unchanged, read } = await load({ ...options, dryRun: true });
      const real = await load(options);
      expect({ read, added, changed, unchanged }).toEqual({ read: 4, added: 2, changed: 1, unchanged: 1 });
      expect(real).toMatchObject({ read, added, changed, unchanged });
    });

    it("rejects a malformed record with its line, goes on, and keeps it in the rejects file", async () => {
      const rejects = join(folder, "rejects.jsonl");
      const file = write("mixed.jsonl", `${lines(lora)}{"title": "cut\n${lines(qlora)}`);
      const report = await load({ files: [file], rejectsFile: rejects });
      expect(report).toMatchObject({ added: 2, rejected: 1, stopped: false, failures: [] });
      expect(report.rejects).toMatchObject([{ file, line: 2, code: "RECORD_MALFORMED" }]);
      expect(
        readFileSync(rejects, "utf8")
          .trim()
          .split("\n")
          .map((row) => JSON.parse(row)),
      ).toEqual(report.rejects);
    });

    it("stops above the rejects that are allowed, and keeps what was loaded", async () => {
      const file = write("bad.jsonl", `${lines(lora)}{\n{\n${lines(qlora)}`);
      const report = await load({ files: [file], maxRejects: 1 });
      expect(report).toMatchObject({ added: 1, rejected: 2, stopped: true, failures: [{ code: "TOO_MANY_REJECTS" }] });
      expect(await papers()).toBe(1);
    });

    it.each([
      ["an empty file", "empty.txt", "", "FILE_EMPTY"],
      ["a binary file", "binary.bin", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0, 255]), "FILE_BINARY"],
      ["a truncated gzip", "cut.gz", gzipSync(lines(lora, qlora)).subarray(0, 120), "FILE_TRUNCATED"],
      ["a table without a title", "no-title.csv", "name,year\nx,2020\n", "COLUMN_MISSING"],
    ])("reports %s with its name and goes on with the next file", async (_what, name, content, code) => {
      const bad = write(name, content);
      const report = await load({ files: [bad, write("good.jsonl", lines(lora))] });
      expect(report.failures).toMatchObject([{ file: bad, code }]);
      expect(report.failures[0]?.message).toContain(bad);
      expect(await papers()).toBeGreaterThanOrEqual(1);
    });

    it("finishes the batch and settles it when it is told to stop", async () => {
      const report = await load({ files: [SAMPLE], signal: AbortSignal.abort() });
      expect(report).toMatchObject({ read: 1, added: 1, stopped: true });
      const [entity] = await store.read(statement("settle/list-unsettled"), { limit: 1 });
      expect(entity).toBeUndefined();
    });

    const whenShared = existsSync(SEED_PAGE) ? it : it.skip;
    whenShared("reads exactly 95 papers from the seed page as it is (needs ../shared)", async () => {
      const report = await load({ files: [SEED_PAGE] });
      expect(report).toMatchObject({ read: 95, added: 95, rejected: 0, failures: [] });
      sameOnBothEngines("seed page", await fingerprint(store));
    });
  });
});
