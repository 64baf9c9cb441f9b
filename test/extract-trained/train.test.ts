import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createExtractor } from "../../ingest/extract/create-extractor.js";
import { KEEP_CONFIDENCE } from "../../ingest/extract/extractor.js";
import { evaluate } from "../../ingest/train/evaluate.js";
import { foldOf } from "../../ingest/train/folds.js";
import { reportEvaluation } from "../../ingest/train/report.js";
import { SETTINGS, type TrainingSettings } from "../../ingest/train/settings.js";
import { train } from "../../ingest/train/train.js";

const SMALL: TrainingSettings = {
  tagger: { ...SETTINGS.tagger, slotCount: 1 << 15, epochs: 5 },
  entities: {
    ...SETTINGS.entities,
    linear: { ...SETTINGS.entities.linear, slotBits: 13 },
    trees: { ...SETTINGS.entities.trees, rounds: 15, minimumHessian: 1 },
    roles: {
      ...SETTINGS.entities.roles,
      linear: { ...SETTINGS.entities.roles.linear, slotBits: 13 },
      trees: { ...SETTINGS.entities.roles.trees, rounds: 8, minimumHessian: 1 },
    },
  },
};

const SHORES = [
  "Wadden",
  "Fundy",
  "Severn",
  "Derby",
  "Magellan",
  "Ungava",
  "Turnagain",
  "Bhavnagar",
  "Jersey",
  "Penzhina",
];
/** Made-up papers of a made-up field, all alike: enough to learn from. */
const made = Array.from({ length: 80 }, (_, i) => {
  const shore = SHORES[i % SHORES.length]!;
  const data = `${shore}Tide${i}`;
  const method = `Ebb${String.fromCharCode(65 + (i % 26))}Net`;
  return {
    paper: {
      id: `tide-${i}`,
      title: `${data}: a dataset of water levels`,
      abstract: `Water levels are hard to foretell. We present ${data}, a dataset of ${i + 3} gauges. We test ${method} on ${data}. Gauges rust.`,
    },
    gold: {
      id: `tide-${i}`,
      entities: [
        { name: data, type: "DATASET", surfaces: [data], role: "INTRODUCES", optional: false },
        { name: method, type: "METHOD", surfaces: [method], role: "EVALUATES", optional: false },
      ],
    },
  };
});

let folder: string;
const file = (name: string): string => join(folder, name);
const write = (name: string, rows: readonly object[]): string => {
  writeFileSync(file(name), rows.map((row) => JSON.stringify(row)).join("\n"));
  return file(name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "papergraph-train-"));
  const papers = [
    write(
      "papers.jsonl",
      made.map(({ paper }) => paper),
    ),
  ];
  const gold = [
    write(
      "gold.jsonl",
      made.map(({ gold: its }) => its),
    ),
  ];
  await train({ papers, gold, out: file("weights"), settings: SMALL });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("training", () => {
  it("teaches the names of a field that the shipped weights have never seen", async () => {
    const found = createExtractor({ weights: file("weights") }).extract({
      id: "new",
      title: "CobequidTide9: a dataset of water levels",
      abstract:
        "Water levels are hard to foretell. We present CobequidTide9, a dataset of 7 gauges. We test EbbQNet on it.",
    });
    expect(
      found.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE).map(({ name, type, role }) => [name, type, role]),
    ).toEqual([
      ["CobequidTide9", "DATASET", "INTRODUCES"],
      ["EbbQNet", "METHOD", "EVALUATES"],
    ]);
  });

  it("gives the same bytes again, in whatever order papers and gold come", async () => {
    const papers = [write("papers-2.jsonl", made.map(({ paper }) => paper).reverse())];
    const gold = [
      write(
        "gold-2.jsonl",
        made.slice(40).map(({ gold: its }) => its),
      ),
      write(
        "gold-3.jsonl",
        made.slice(0, 40).map(({ gold: its }) => its),
      ),
    ];
    await train({ papers, gold, out: file("again"), settings: SMALL });
    for (const name of ["statistics.bin", "tagger.bin", "entity.bin"])
      expect(readFileSync(join(file("again"), name)).equals(readFileSync(join(file("weights"), name)))).toBe(true);
  });

  it("says how many papers it needs", async () => {
    const papers = [
      write(
        "few.jsonl",
        made.slice(0, 4).map(({ paper }) => paper),
      ),
    ];
    const options = { papers, gold: [file("gold.jsonl")], out: file("few") };
    await expect(train(options)).rejects.toThrow(/at least 50 papers.*these files have 4/);
  });

  it("puts a paper into the same fold whatever else is there", () => {
    expect(made.slice(0, 8).map(({ paper }) => foldOf(paper.id))).toEqual(
      made.slice(0, 8).map(({ paper }) => foldOf(`${paper.id}`)),
    );
    expect(new Set(made.map(({ paper }) => foldOf(paper.id))).size).toBe(5);
  });
});

describe("evaluation", () => {
  it("tells by kind and role how good weights are, and how far confidence can be believed", async () => {
    const result = await evaluate({
      papers: [file("papers.jsonl")],
      gold: [file("gold.jsonl")],
      weights: file("weights"),
    });
    expect(result.score.overall.f1).toBeGreaterThan(0.95);
    const report = reportEvaluation(result);
    for (const part of ["METHOD", "DATASET", "INTRODUCES", "95 % interval", "expected calibration error"])
      expect(report).toContain(part);
  });

  it("of papers without gold is refused", async () => {
    const options = { papers: [file("papers.jsonl")], gold: [write("none.jsonl", [{ id: "other", entities: [] }])] };
    await expect(evaluate(options)).rejects.toThrow(/same id/);
  });
});
