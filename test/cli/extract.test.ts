import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { KEEP_CONFIDENCE } from "../../ingest/extract/extractor.js";
import { packageRoot } from "../../src/package-root.js";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";

interface Entity {
  readonly surfaces: readonly string[];
  readonly confidence: number;
  readonly spans: readonly { field: "title" | "abstract"; start: number; end: number }[];
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly entities: readonly Entity[];
}

const linesOf = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("papergraph extract", () => {
  it("prints a line for each paper, whose spans point at the surfaces", async () => {
    const { code, stdout, stderr } = await runCli(["extract", fileOf(jsonLines(PAPERS))]);
    const lines = linesOf(stdout);
    expect({ code, stderr, ids: lines.map(({ id }) => id) }).toEqual({
      code: 0,
      stderr: "3 papers read.\n",
      ids: PAPERS.map(({ arxivId }) => `arxiv:${arxivId}`),
    });
    for (const [i, { entities }] of lines.entries()) {
      const paper = PAPERS[i]!;
      const read = entities.flatMap(({ spans }) =>
        spans.map(({ field, start, end }) => paper[field].slice(start, end)),
      );
      expect(new Set(read)).toEqual(new Set(entities.flatMap(({ surfaces }) => surfaces)));
      expect(entities.map((entity) => Object.keys(entity))).toEqual(
        entities.map(() => ["name", "type", "surfaces", "role", "confidence", "spans"]),
      );
    }
    expect(lines.map(({ entities }) => entities.length > 0)).toEqual([true, true, true]);
  });

  it("leaves doubtful entities out unless all are asked for", async () => {
    const file = fileOf(jsonLines(PAPERS));
    const kept = linesOf((await runCli(["extract", file])).stdout).flatMap(({ entities }) => entities);
    const all = linesOf((await runCli(["extract", file, "--all"])).stdout).flatMap(({ entities }) => entities);
    expect(kept.filter(({ confidence }) => confidence < KEEP_CONFIDENCE)).toEqual([]);
    expect(all.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE)).toEqual(kept);
  });

  it("gives the same output on any number of cores", async () => {
    const many = Array.from({ length: 420 }, (_, i) => ({ ...PAPERS[i % 3], arxivId: undefined, id: `p${i}` }));
    const file = fileOf(jsonLines(many));
    const [one, three] = [
      await runCli(["extract", file, "--jobs", "1"]),
      await runCli(["extract", file, "--jobs", "3"]),
    ];
    expect(linesOf(one.stdout)).toHaveLength(420);
    expect(three.stdout).toBe(one.stdout);
  });

  it("goes on after a record and a file that it cannot read, and says so", async () => {
    const args = ["extract", fileOf("", "empty.jsonl"), fileOf(jsonLines(["{not json", PAPERS[0]]))];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, ids: linesOf(stdout).map(({ id }) => id) }).toEqual({ code: 1, ids: ["arxiv:1810.04805"] });
    expect(stderr).toMatch(/error FILE_EMPTY: [\s\S]*rejected .*:1: RECORD_MALFORMED: .*\n1 papers? read, 1 record/);
  });

  it("ends with 3 when only records were rejected", async () => {
    const { code } = await runCli(["extract", fileOf(jsonLines(["{not json", PAPERS[0]]))]);
    expect(code).toBe(3);
  });

  it("ends without a word when its reader has had enough", () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...PAPERS[i % 3], arxivId: undefined, id: `p${i}` }));
    const command = `"${process.execPath}" dist/src/cli/main.js extract "${fileOf(jsonLines(many))}" | head -n 1`;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: join(packageRoot), encoding: "utf8" });
    expect({ lines: linesOf(stdout).length, stderr: stderr.replaceAll(/^extracting: .*\n/gm, "") }).toEqual({
      lines: 1,
      stderr: "",
    });
  });
});

describe("papergraph extract --explain", () => {
  const file = () =>
    fileOf(
      jsonLines([
        {
          id: "a",
          title: "Tide tables",
          abstract: "We introduce TideBench, a benchmark of tide tables, and evaluate Llama-2-13b on TideBench.",
        },
      ]),
    );

  it("tells a person of each entity its mentions, the tagger, the decision and the link", async () => {
    const { code, stdout } = await runCli(["extract", "--explain", file()]);
    const lines = stdout.split("\n");
    const starts = (start: string) => lines.filter((line) => line.startsWith(start));
    expect({
      code,
      paper: lines[0],
      entities: lines.filter((line) => line.startsWith('  "')).map((line) => line.replace(/[\d.]+$/, "")),
      mentions: starts("    mention").map((line) => line.replace(/:.*/, "")),
      decisions: starts("    decision").length,
      links: [...starts("    link"), ...starts("    variant")],
    }).toEqual({
      code: 0,
      paper: "a  Tide tables",
      entities: ['  "TideBench"  DATASET  INTRODUCES  ', '  "Llama-2-13b"  MODEL  EVALUATES  '],
      mentions: [
        '    mention   abstract 13-22 "TideBench"',
        '    mention   abstract 80-89 "TideBench"',
        '    mention   abstract 65-76 "Llama-2-13b"',
      ],
      decisions: 16,
      links: [
        "    link      entity:tidebench, by its own name; the list has it not",
        "    link      entity:llama-2-13b, by its own name; the list has it not",
        "    variant   of llama2, if that is in the graph",
      ],
    });
  });

  it("gives the same as JSON Lines", async () => {
    const { stdout } = await runCli(["extract", "--explain", "--json", file()]);
    const { id, entities } = JSON.parse(stdout);
    expect([
      id,
      ...entities.map((entity: { link: { id: string }; features: unknown[] }) => [
        entity.link.id,
        entity.features.length,
      ]),
    ]).toEqual(["a", ["entity:tidebench", 8], ["entity:llama-2-13b", 8]]);
  });
});
