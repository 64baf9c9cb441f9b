import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const environment = { PAPERGRAPH_DATA: join(folder, "graph") };
const idsOf = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).id);

describe("papergraph export", () => {
  beforeAll(async () => {
    expect(await runCli(["ingest", "-"], environment, jsonLines(PAPERS))).toMatchObject({ code: 0 });
  });

  it("writes JSON Lines to standard output, and what it did to standard error", async () => {
    const { code, stdout, stderr } = await runCli(["export"], environment);
    expect({ code, ids: idsOf(stdout), stderr }).toEqual({
      code: 0,
      ids: ["arxiv:1810.04805", "arxiv:1907.11692", "arxiv:2005.14165"],
      stderr: expect.stringMatching(/^3 papers with \d+ links exported\.\n$/),
    });
  });

  it("writes what can be ingested into another store, with nothing to extract", async () => {
    const { stdout } = await runCli(["export"], environment);
    const other = { PAPERGRAPH_DATA: join(temporaryFolder(), "graph") };
    expect(await runCli(["ingest", "-"], other, stdout)).toMatchObject({ code: 0 });
    expect((await runCli(["export"], other)).stdout).toBe(stdout);
  });

  it.each([
    ["a filter", () => '{"years": {"from": 2019, "to": 2019}}'],
    ["a file with a filter", () => `@${fileOf('{"ids": ["arxiv:1907.11692"]}', "where.json")}`],
  ])("writes the papers of %s alone", async (_name, where) => {
    const { code, stdout } = await runCli(["export", "--where", where()], environment);
    expect({ code, ids: idsOf(stdout) }).toEqual({ code: 0, ids: ["arxiv:1907.11692"] });
  });

  it("writes a file, and nothing beside it", async () => {
    const out = join(temporaryFolder(), "graph.ttl");
    const { code, stdout } = await runCli(["export", "--format", "turtle", "--out", out], environment);
    expect({ code, stdout, files: readdirSync(join(out, "..")) }).toEqual({
      code: 0,
      stdout: "",
      files: ["graph.ttl"],
    });
    expect(readFileSync(out, "utf8")).toContain("<urn:papergraph:arxiv:1810.04805> a schema:ScholarlyArticle ;");
  });

  it("writes a folder of tables, which it makes", async () => {
    const out = join(temporaryFolder(), "for", "neo4j");
    const { code } = await runCli(["export", "--format", "csv", "--out", out], environment);
    expect({ code, files: readdirSync(out) }).toEqual({
      code: 0,
      files: [
        ...[
          "README.txt",
          "aliases.csv",
          "benchmarks.csv",
          "entities.csv",
          "identifies.csv",
          "mentions.csv",
          "named.csv",
        ],
        ...["names.csv", "papers.csv", "records.csv", "reports.csv", "tells.csv", "variants.csv", "varies.csv"],
      ],
    });
  });

  const inFile = join(fileOf("{}"), "inside");
  it.each<[string, string[], number, RegExp]>([
    ["a folder that it would need", ["--format", "csv"], 2, /^error BAD_USAGE: .*name a folder with --out/],
    [
      "a format that it does not know",
      ["--format", "xml"],
      2,
      /Allowed choices are jsonl, csv, graphml, turtle, jsonld/,
    ],
    ["a filter that is no JSON", ["--where", "{years"], 2, /^error BAD_USAGE: --where must be a JSON object/],
    ["a filter with an unknown part", ["--where", '{"yaers": {}}'], 2, /^error BAD_USAGE: --where: .*"yaers".*"years"/],
    [
      "a value of another type",
      ["--where", '{"years": {"from": "x"}}'],
      2,
      /^error BAD_USAGE: --where at years\.from: /,
    ],
    ["a filter above the limits", ["--where", `{"ids": [${'"a",'.repeat(200)}"a"]}`], 1, /^error LIMIT_EXCEEDED: 201 /],
    ["a filter in a file that is not there", ["--where", "@none.json"], 1, /^error FILE_NOT_FOUND: none\.json/],
    [
      "a place where nothing can be",
      ["--out", inFile],
      1,
      /^error FILE_UNWRITABLE: .*inside cannot be written \(ENOTDIR\)/,
    ],
    ["a folder within a file", ["--format", "csv", "--out", inFile], 1, /^error FILE_UNWRITABLE: /],
  ])("refuses %s", async (_name, args, code, said) => {
    const ended = await runCli(["export", ...args], environment);
    expect(ended).toEqual({ code, stdout: "", stderr: expect.stringMatching(said) });
  });

  it("leaves a file as it was where a folder is named", async () => {
    const out = join(temporaryFolder(), "taken");
    mkdirSync(out);
    const { code, stderr } = await runCli(["export", "--out", out], environment);
    expect({ code, stderr, part: existsSync(`${out}.part`) }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error FILE_UNWRITABLE: .*this is a folder; name a file/),
      part: false,
    });
  });
});
