import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** A command to be killed, and what the graph is made of before it. */
export interface Scenario {
  readonly name: string;
  readonly before: readonly (readonly string[])[];
  readonly command: readonly string[];
}

/** Small batches, so that there are many places between and within them. */
const BATCH = ["--batch", "12"];

const SIGNED = { author: "Ada Berg", reason: "A test.", at: "2026-01-05" };
const DECISIONS = [
  ...["BERT", "ImageNet", "COCO", "ResNet", "GPT-4", "Transformer", "LoRA"].map((name) => {
    return { op: "rejectName", name, ...SIGNED };
  }),
  { op: "merge", entity: "entity:gpt-3", into: "entity:gpt-2", ...SIGNED },
  { op: "retype", entity: "entity:adam", kind: "MODEL", ...SIGNED },
  { op: "addAlias", entity: "entity:cifar-10", name: "CIFAR-100", ...SIGNED },
];

/** The commands that write for long, over the sample corpus and an older version of it. Files are made in the folder. */
export function scenarios(folder: string): Scenario[] {
  const corpus = join(packageRoot, "ingest/sample/papers.jsonl");
  const papers = readFileSync(corpus, "utf8")
    .trimEnd()
    .split("\n")
    .map((line): { abstract: string } => JSON.parse(line));
  const older = papers.map((paper, i) => (i % 2 ? paper : { ...paper, abstract: paper.abstract.slice(0, 300) }));
  const write = (name: string, records: readonly object[]): string => {
    const file = join(folder, name);
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    return file;
  };
  const olderFile = write("older.jsonl", older);
  const some = write("some.jsonl", papers.slice(0, 60));
  return [
    { name: "new papers", before: [], command: ["ingest", corpus, ...BATCH] },
    { name: "changed papers", before: [["ingest", olderFile]], command: ["ingest", corpus, ...BATCH] },
    {
      name: "papers taken away",
      before: [
        ["ingest", corpus, "--collection", "all"],
        ["ingest", some, "--collection", "some"],
      ],
      command: ["remove", "--collection", "all"],
    },
    { name: "papers read anew", before: [["ingest", olderFile]], command: ["re-extract", "--all", ...BATCH] },
    { name: "decisions", before: [["ingest", corpus]], command: ["curate", write("decisions.jsonl", DECISIONS)] },
  ];
}
