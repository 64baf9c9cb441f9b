import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as once } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { runCli, startCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const emptyStore = () => ({ PAPERGRAPH_DATA: join(temporaryFolder(), "graph") });

/** The counts of a report; links and seconds are the extractor's and the clock's. */
const countsOf = (stdout: string) => {
  const { read, added, changed, unchanged, rejected, stopped } = JSON.parse(stdout);
  return { read, added, changed, unchanged, rejected, stopped };
};

const papersIn = async (environment: Record<string, string>): Promise<number> => {
  const { stdout } = await runCli(["doctor", "--json"], environment);
  return JSON.parse(stdout).store?.papers ?? 0;
};

describe("papergraph ingest", () => {
  it("loads papers, and the second time nothing", async () => {
    const environment = emptyStore();
    const file = fileOf(jsonLines(PAPERS));
    const first = await runCli(["ingest", file, "--json"], environment);
    expect({ code: first.code, counts: countsOf(first.stdout) }).toEqual({
      code: 0,
      counts: { read: 3, added: 3, changed: 0, unchanged: 0, rejected: 0, stopped: false },
    });
    const second = await runCli(["ingest", file], environment);
    expect(second).toEqual({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(
        /^3 papers read in \d+\.\d s: 0 new, 0 changed, 3 unchanged; 0 links\. The graph was already up to date\.\n$/,
      ),
    });
  });

  it("reads standard input", async () => {
    const environment = emptyStore();
    const { code, stdout } = await runCli(["ingest", "-", "--json"], environment, jsonLines(PAPERS));
    expect({ code, read: JSON.parse(stdout).read }).toEqual({ code: 0, read: 3 });
  });

  it("writes nothing in a dry run", async () => {
    const environment = emptyStore();
    const { code, stderr } = await runCli(["ingest", fileOf(jsonLines(PAPERS)), "--dry-run"], environment);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Dry run, nothing written\. 3 papers read in .*: 3 new, 0 changed, 0 unchanged/),
    });
    expect(await papersIn(environment)).toBe(0);
  });

  it("loads what it can read, says what it cannot, and ends with 3", async () => {
    const environment = emptyStore();
    const rejects = join(temporaryFolder(), "rejects.jsonl");
    const file = fileOf(jsonLines([PAPERS[0], "{not json", { year: 2020 }, PAPERS[1]]));
    const { code, stderr } = await runCli(["ingest", file, "--rejects", rejects], environment);
    // A slow machine shows how far it is.
    const lines = stderr.split("\n").filter((line) => line !== "" && !/^(loading|settling):/.test(line));
    expect({ code, said: lines.map((line) => line.slice(0, `rejected ${file}:2: RECORD_MALFORMED:`.length)) }).toEqual({
      code: 3,
      said: [
        `rejected ${file}:2: RECORD_MALFORMED:`,
        `rejected ${file}:3: RECORD_MALFORMED:`,
        lines[2]?.slice(0, `rejected ${file}:2: RECORD_MALFORMED:`.length),
      ],
    });
    expect(lines[2]).toMatch(/^2 papers read .* 2 records rejected/);
    const written = readFileSync(rejects, "utf8").trimEnd().split("\n");
    expect(written.map((line) => JSON.parse(line)).map(({ line, code: reason }) => [line, reason])).toEqual([
      [2, "RECORD_MALFORMED"],
      [3, "RECORD_MALFORMED"],
    ]);
    expect(await papersIn(environment)).toBe(2);
  });

  it("stops when more records are rejected than are allowed, and keeps what it loaded", async () => {
    const environment = emptyStore();
    const file = fileOf(jsonLines([PAPERS[0], "{not json", "{nor this", PAPERS[1]]));
    const { code, stderr } = await runCli(["ingest", file, "--max-rejects", "1"], environment);
    expect({ code, said: stderr.includes("error TOO_MANY_REJECTS: 2 records were rejected, 1 are allowed") }).toEqual({
      code: 1,
      said: true,
    });
    expect(await papersIn(environment)).toBe(1);
  });

  it.each([
    ["a file that is not there", () => join(temporaryFolder(), "none.jsonl"), "FILE_NOT_FOUND"],
    ["an empty file", () => fileOf(""), "FILE_EMPTY"],
    ["a binary file", () => fileOf("\u0000\u0001\u0002\u0000PNG\u0000"), "FILE_BINARY"],
    ["a page without papers", () => fileOf("Sign in\nHelp\n", "page.txt"), /PAPERS_NONE|FORMAT_UNKNOWN/],
    ["a table without titles", () => fileOf("year,abstract\n2020,Something.\n", "papers.csv"), "COLUMN_MISSING"],
  ])("fails on %s with its code and name", async (_name, make, expected) => {
    const file = make();
    const { code, stdout, stderr } = await runCli(["ingest", file], emptyStore());
    const [, reason] = stderr.match(/^error ([A-Z_]+): /) ?? [];
    expect({ code, stdout, named: stderr.includes(file) }).toEqual({ code: 1, stdout: "", named: true });
    expect(reason).toMatch(expected);
  });

  it("ends in good order when interrupted: what it read is loaded, what comes after is not", async () => {
    const environment = emptyStore();
    const running = startCli(["ingest", "-", "--json"], environment);
    // More than the reader looks ahead to recognise the format.
    const [first, second, third] = PAPERS.map((paper) => `${JSON.stringify({ ...paper, url: "x".repeat(70_000) })}\n`);
    running.process.stdin.write(first);
    running.process.stdin.write(second);
    // Once it has the store, it also listens to signals.
    while (!existsSync(join(environment.PAPERGRAPH_DATA, "owner.json"))) await once(20);
    running.process.kill("SIGINT");
    await running.said(/Finishing the batch under way/);
    running.process.stdin.end(`${third}${third}`);
    const { code, stdout } = await running.ended;
    const { read, stopped } = JSON.parse(stdout);
    expect({ code, stopped, papers: await papersIn(environment) }).toEqual({ code: 1, stopped: true, papers: read });
  });
});
