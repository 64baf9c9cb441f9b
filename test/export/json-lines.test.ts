import { beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestTools, ingest } from "../../ingest/ingest.js";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { importResults } from "../../ingest/results/import-results.js";
import { packageRoot } from "../../src/package-root.js";
import type { Store } from "../../src/store/store.js";
import { lists, type Reads } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines } from "../support/papers.js";
import { wipe } from "../support/wipe.js";
import { exportedText } from "./support/exporting.js";
import { loadRead, NASTY_GRAPH, type Read, readsOf, toolsOf } from "./support/graphs.js";

const listed = lists(
  [
    { name: "COCO", kind: "DATASET", ambiguous: false },
    { name: "BERT", kind: "MODEL", ambiguous: false },
  ],
  { "MS COCO": "COCO", SAM: "COCO" },
);

const table: readonly (readonly [string, Readonly<Record<string, Reads>>])[] = [
  ["a paper without mentions", { p1: [] }],
  [
    "a bare acronym that joins its long form in one paper",
    {
      p1: ["DPO = Direct Preference Optimization"],
      p2: ["DPO / METHOD / INTRODUCES", "Direct Preference Optimization / METHOD / MENTIONS"],
      p3: ["DPO"],
    },
  ],
  [
    "an acronym of two things",
    {
      p1: ["SAM = Segment Anything Model / MODEL / INTRODUCES", "COCO / DATASET"],
      p2: ["SAM = Sharpness-Aware Minimization / METHOD / INTRODUCES", "SGD", "CIFAR-10 / DATASET"],
      p3: ["SAM / METHOD", "SGD"],
      p4: ["SAM / MODEL", "COCO / DATASET"],
    },
  ],
  [
    "a long form of a listed acronym",
    { p1: ["BERT / MODEL"], p2: ["BERT = Bidirectional Encoder Representations / MODEL"] },
  ],
  ["spellings in one paper", { p1: ["Bi-LSTM", "BiLSTM"], p2: ["BiLSTM"], p3: ["BiLSTMs"] }],
  ["variants", { p1: ["Llama-2-13b-chat-hf / MODEL", "Llama 2 / MODEL"], p2: ["Llama-2-13b / MODEL"] }],
];

const AMBIGUOUS = [
  "SAM",
  "SAM = Segment Any Model / MODEL",
  "SAM = Sharp Aware Min",
  "Segment-Any Model / MODEL",
  "Sharp Aware Min / METHOD / INTRODUCES",
  "SGD",
  "S-GD = Steep Gradient Descent",
  "COCO / DATASET",
  "MS COCO / DATASET",
  "SGD-2b",
];

eachStore((engine, open) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
    await wipe(store);
  });

  /** Exports the graph, loads the export into the emptied store, and answers both fingerprints and the report. */
  const thereAndBack = async (tools: IngestTools) => {
    const before = await fingerprint(store);
    const text = await exportedText(store, "jsonl");
    await wipe(store);
    const { rejects, added } = await ingest(store, tools, { files: [fileOf(text)] });
    return { before, after: await fingerprint(store), rejects, added, text };
  };

  it("an export as JSON Lines brings what papers report, also to papers that are there already", async () => {
    const papers: Readonly<Record<string, Reads>> = { p1: ["BERT / MODEL", "COCO / DATASET"], p2: ["COCO / DATASET"] };
    const tools = toolsOf(listed);
    await loadRead(store, readsOf(papers), listed);
    const without = await exportedText(store, "jsonl");
    const result = { dataset: "MS COCO", metric: "mAP", value: 0.5, model: "A" };
    const rows = [
      { paper: "p1", ...result },
      { paper: "p2", ...result, value: "12.5 (0.1)", split: "test", task: "Detection", url: "https://example.org/x" },
    ];
    await importResults(store, { files: [fileOf(jsonLines(rows))] });
    const { before, after, rejects } = await thereAndBack(tools);
    expect({ after, rejects }).toEqual({ after: before, rejects: [] });
    const text = await exportedText(store, "jsonl");
    await wipe(store);
    await ingest(store, tools, { files: [fileOf(without)] });
    expect(await fingerprint(store)).not.toBe(before);
    expect(await ingest(store, tools, { files: [fileOf(text)] })).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await fingerprint(store)).toBe(before);
  }, 120_000);

  describe("an export as JSON Lines", () => {
    it.each(table)("comes back as the same graph, and nothing is extracted: %s", async (_name, papers) => {
      await loadRead(store, readsOf(papers, listed), listed);
      const { before, after, rejects } = await thereAndBack(toolsOf(listed));
      expect({ rejects, after }).toEqual({ rejects: [], after: before });
    });

    it("comes back whatever marks its texts have", async () => {
      await loadRead(store, NASTY_GRAPH);
      const { before, after, rejects, text } = await thereAndBack(toolsOf(lists([])));
      expect({ rejects, after, again: await exportedText(store, "jsonl") }).toEqual({
        rejects: [],
        after: before,
        again: text,
      });
    });

    it("comes back as the same graph where names are ambiguous in many ways", async () => {
      const paper = fc.uniqueArray(fc.constantFrom(...AMBIGUOUS), { maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 7 }), async (corpus) => {
          const papers = Object.fromEntries(corpus.map((reads, i): [string, Reads] => [`p${i}`, reads]));
          await wipe(store);
          await loadRead(store, readsOf(papers, listed), listed);
          const { before, after } = await thereAndBack(toolsOf(listed));
          expect(after).toBe(before);
        }),
        { numRuns: engine === "embedded" ? 40 : 5, seed: 20261124 },
      );
    }, 120_000);

    it("comes back as the sample corpus, settled as one", async () => {
      const tools = createIngestTools();
      await ingest(store, tools, { files: [`${packageRoot}/ingest/sample/papers.jsonl`], collection: "sample" });
      const { before, after, added } = await thereAndBack({ ...tools, extractor: toolsOf(tools.lookUp).extractor });
      await tools.extractor.close();
      expect({ added, after }).toEqual({ added: 161, after: before });
    });

    it("is read anew where another version of the extractor wrote it", async () => {
      await loadRead(store, readsOf({ p1: ["BERT / MODEL"] }));
      const file = fileOf(await exportedText(store, "jsonl"));
      const tools = { ...toolsOf(lists([])), version: "test-2" };
      await expect(ingest(store, tools, { files: [file] })).rejects.toThrow("was asked to extract");
    });

    it("is in order of ids and has what the graph has", async () => {
      await loadRead(store, NASTY_GRAPH);
      const records = (await exportedText(store, "jsonl"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      const last = NASTY_GRAPH.find(({ paper }) => paper.id.startsWith("hash:")) as Read;
      expect(records.map(({ id }) => id)).toEqual(NASTY_GRAPH.map(({ paper }) => paper.id).sort());
      expect(records.at(-1)).toEqual({
        id: last.paper.id,
        title: "On Llama 2, Llama-2-13b",
        extractorVersion: "test-1+link.1",
        mentions: [
          {
            entity: "entity:llama-2",
            name: "Llama 2",
            kind: "MODEL",
            role: "USES",
            confidence: 0.75,
            spans: [{ field: "title", start: 3, end: 10 }],
            readAs: "entity:llama-2",
          },
          {
            entity: "entity:llama-2-13b",
            name: "Llama-2-13b",
            kind: "MODEL",
            role: "USES",
            confidence: 0.75,
            spans: [{ field: "title", start: 12, end: 23 }],
            readAs: "entity:llama-2-13b",
          },
        ],
        provenance: { madeBy: "papergraph 0.0.0", rights: expect.stringContaining("belong to their authors") },
      });
    });

    it("is empty for an empty graph", async () => {
      expect(await exportedText(store, "jsonl")).toBe("");
    });
  });
});
