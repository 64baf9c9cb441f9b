import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createExtractor } from "../../ingest/extract/create-extractor.js";
import { explain } from "../../ingest/extract/explain.js";
import { type ExtractedEntity, KEEP_CONFIDENCE, type PaperText } from "../../ingest/extract/extractor.js";
import type { TrainedExtractor } from "../../ingest/extract/trained-extractor.js";

let extractor: TrainedExtractor;
beforeAll(() => {
  extractor = createExtractor();
});

const paper = (title: string, abstract: string): PaperText => ({ id: "x", title, abstract });
const kept = (text: PaperText): ExtractedEntity[] =>
  extractor.extract(text).filter(({ confidence }) => confidence >= KEEP_CONFIDENCE);
const brief = (text: PaperText): string[] => kept(text).map(({ name, type, role }) => `${name} ${type} ${role}`);

const EXAMPLE = paper(
  "TideBench: A Benchmark for Reading Tide Tables",
  "Language models struggle with tables. We introduce TideBench, a benchmark of 4,000 questions about tide tables. " +
    "We evaluate GPT-4 and Llama-2-13b on TideBench with chain-of-thought (CoT) prompting. CoT helps GPT-4 most. " +
    "We also propose Harbour Decoding (HD), a method that checks each answer; HD improves Llama-2-13b by 12 points.",
);

describe("the trained extractor", () => {
  it("finds what a paper introduces and evaluates, with kind and role", () => {
    const found = brief(EXAMPLE);
    expect(found).toEqual(
      expect.arrayContaining([
        "TideBench DATASET INTRODUCES",
        "GPT-4 MODEL EVALUATES",
        "Llama-2-13b MODEL EVALUATES",
        "Harbour Decoding METHOD INTRODUCES",
      ]),
    );
  });

  it("joins an acronym with its long form and gives every place of both", () => {
    const entity = kept(EXAMPLE).find(({ acronym }) => acronym === "HD");
    expect(entity).toMatchObject({ name: "Harbour Decoding", surfaces: ["Harbour Decoding", "HD"] });
    expect(entity?.spans).toHaveLength(3);
  });

  it("finds nothing where there is nothing", () => {
    const text = "We interviewed forty nurses about night work. Most slept badly, and many thought of leaving.";
    expect(kept(paper("Night work and sleep of nurses", text))).toEqual([]);
    expect(extractor.extract(paper("", ""))).toEqual([]);
  });

  it("gives spans that point at the surfaces, in order, without overlap, on any text", () => {
    const pieces = fc.constantFrom(
      "GPT-4",
      "ImageNet",
      "we propose ",
      "BERT-based",
      "\\textbf{FooNet}",
      "$k$",
      "数据集",
      "🙂",
      "(ABC)",
      ", ",
      ". ",
      "\n\n",
      "\u0000",
      "Long Form Thing (LFT)",
      "<b>x</b>",
      "'s",
      "LoRA",
      " ",
      "é",
      "\ud800",
      "https://a.b/c",
      "M$^2$OE$^2$-GL",
    );
    const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const given = paper(title, abstract);
        for (const { spans, surfaces, confidence } of extractor.extract(given)) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(new Set(spans.map(({ field, start, end }) => given[field].slice(start, end)))).toEqual(
            new Set(surfaces),
          );
          spans.forEach((span, i) => {
            const before = spans[i - 1];
            if (before?.field === span.field) expect(span.start).toBeGreaterThanOrEqual(before.end);
            else if (before) expect([before.field, span.field]).toEqual(["title", "abstract"]);
          });
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("gives the same answer whatever was read before", () => {
    const first = extractor.extract(EXAMPLE);
    extractor.extract(paper("Something else: GPT-4 Tides", "TideBench and HD are other things here. We use LoRA."));
    expect(extractor.extract(EXAMPLE)).toEqual(first);
    expect(createExtractor().extract(EXAMPLE)).toEqual(first);
  });

  it("reads an abstract of a megabyte", () => {
    const long = `${EXAMPLE.abstract} `.repeat(2500);
    expect(kept(paper(EXAMPLE.title, long)).map(({ name }) => name)).toContain("TideBench");
  });
});

describe("names of the user", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "papergraph-names-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const text = paper(
    "Sorting pebbles",
    "Our group sorts pebbles with quiet sieving and keeps the results in pebble atlas.",
  );

  it("are found wherever they stand, with the kind that was given", () => {
    const names = join(folder, "names.tsv");
    writeFileSync(names, "# ours\nquiet sieving\tmethod\nPebble Atlas\tDATASET\tPA\n");
    const found = createExtractor({ names }).extract(text);
    expect(
      found.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE).map(({ name, type }) => [name, type]),
    ).toEqual([
      ["quiet sieving", "METHOD"],
      ["pebble atlas", "DATASET"],
    ]);
  });

  it("that cannot be read are told by line", () => {
    const names = join(folder, "bad.tsv");
    writeFileSync(names, "quiet sieving\tTOOL\n");
    expect(() => createExtractor({ names })).toThrow(/Line 1 .*quiet sieving.*METHOD, MODEL, DATASET/);
    expect(() => createExtractor({ names: join(folder, "none.tsv") })).toThrow(/cannot be read/);
  });
});

describe("an explanation", () => {
  it("tells of each entity its places, what the tagger gave, and what decided", () => {
    const [first] = explain(extractor, EXAMPLE).filter(({ surfaces }) => surfaces.includes("TideBench"));
    expect(first).toMatchObject({ type: "DATASET", role: "INTRODUCES", surfaces: ["TideBench"] });
    expect(first!.mentions.map(({ surface }) => surface)).toEqual(["TideBench", "TideBench", "TideBench"]);
    expect(first!.mentions[0]!.marginals.DATASET).toBeGreaterThan(0.5);
    expect(first!.features).toHaveLength(8);
    const weights = first!.features.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });
});
