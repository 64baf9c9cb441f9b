import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines } from "../support/papers.js";

const papers = Array.from({ length: 60 }, (_, i) => ({
  id: `reef-${i}`,
  title: `Reef${i}Set: a dataset of corals`,
  abstract: `Corals bleach. We present Reef${i}Set, a dataset of ${i + 2} reefs. We test BleachNet on Reef${i}Set.`,
}));
const gold = papers.map(({ id }, i) => ({
  id,
  entities: [
    { name: `Reef${i}Set`, type: "DATASET", surfaces: [`Reef${i}Set`], role: "INTRODUCES", optional: false },
    { name: "BleachNet", type: "METHOD", surfaces: ["BleachNet"], role: "EVALUATES", optional: false },
  ],
}));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "papergraph-training-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("papergraph train", () => {
  it("writes weights that extract, evaluate and ingest then use", async () => {
    const files = [fileOf(jsonLines(papers), "papers.jsonl"), fileOf(jsonLines(gold), "gold.jsonl")] as const;
    const out = join(folder, "weights");
    const trained = await runCli(["train", "--papers", files[0], "--gold", files[1], "--out", out, "--jobs", "2"]);
    expect({ code: trained.code, stdout: trained.stdout, files: readdirSync(out).sort() }).toEqual({
      code: 0,
      stdout: "",
      files: ["entity.bin", "statistics.bin", "tagger.bin"],
    });
    expect(trained.stderr).toMatch(/^60 papers with gold\n[\s\S]*all kinds +P \d[\s\S]*Weights written to /);

    const found = await runCli(["extract", files[0], "--weights", out]);
    const names = found.stdout.split("\n").flatMap((line) => (line ? [JSON.parse(line).entities[0]?.name] : []));
    expect(names.slice(0, 3)).toEqual(["Reef0Set", "Reef1Set", "Reef2Set"]);

    const args = ["evaluate", "--papers", files[0], "--gold", files[1], "--weights", out, "--json"];
    const measured = await runCli(args, {});
    const { overall, papers: count, roleAccuracy, reliability } = JSON.parse(measured.stdout);
    expect({
      code: measured.code,
      count,
      good: overall.f1 > 0.95 && roleAccuracy > 0.9,
      rows: reliability.length,
    }).toEqual({
      code: 0,
      count: 60,
      good: true,
      rows: 10,
    });
  });
});

describe("papergraph evaluate", () => {
  it("measures the shipped extractor and lists its mistakes", async () => {
    const files = [
      fileOf(
        jsonLines([
          { id: "a", title: "Tides", abstract: "We evaluate GPT-4 on ImageNet." },
          { id: "b", title: "Nurses", abstract: "Nurses sleep." },
        ]),
      ),
      fileOf(
        jsonLines([
          { id: "a", entities: [{ name: "GPT-4", type: "MODEL", surfaces: ["GPT-4"], role: "EVALUATES" }] },
          { id: "b", entities: [{ name: "sleep", type: "METHOD", surfaces: ["sleep"] }] },
        ]),
      ),
    ] as const;
    const { code, stdout } = await runCli(["evaluate", "--papers", files[0], "--gold", files[1]]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^MODEL +P 1\.000 {2}R 1\.000 {2}F1 1\.000 {3}right 1 wrong 0 missed 0$/m);
    expect(stdout.split("\n").slice(-4)).toEqual([
      "2 of 2 mistakes",
      'a  wrong  DATASET  "ImageNet"',
      'b  missed  METHOD  "sleep"',
      "",
    ]);
  });

  const paper = { id: "a", title: "T", abstract: "A" };
  it.each([
    [
      "a line that is no JSON",
      "{",
      /^error RECORD_MALFORMED: Line 1 of .* is not JSON\. Give one JSON object a line\.$/m,
    ],
    [
      "an entity of no kind",
      '{"id":"a","entities":[{"name":"x","type":"TASK","surfaces":["x"]}]}',
      /^error RECORD_MALFORMED: Line 1 of .* is not gold: .* At entities\.0\.type: .*METHOD/m,
    ],
    [
      "two lines for one paper",
      '{"id":"a","entities":[]}\n{"id":"a","entities":[]}',
      /Line 2 of .* which has gold already/,
    ],
    ["papers that are not there", '{"id":"b","entities":[]}', /^error PAPERS_NONE: .*same id/m],
  ])("refuses gold with %s", async (_name, text, message) => {
    const args = ["evaluate", "--papers", fileOf(jsonLines([paper])), "--gold", fileOf(text)];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: expect.stringMatching(message) });
  });
});
