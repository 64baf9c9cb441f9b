import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const row = (paper: string, value: string, more = {}) => ({ paper, dataset: "SQuAD", metric: "F1", value, ...more });

describe("papergraph results", () => {
  const environment = { PAPERGRAPH_DATA: join(temporaryFolder(), "graph") };
  const said = async (args: readonly string[], input = "") => {
    const { code, stdout, stderr } = await runCli(args, environment, input);
    return { code, stdout, stderr: stderr.replaceAll(/\d+\.\d s/g, "T s") };
  };

  it("reads a file, says what it left out, lists what the graph has, and takes that list back", async () => {
    await said(["ingest", fileOf(jsonLines(PAPERS))]);
    const rows = [
      ...[row("1810.04805", "93.2", { model: "BERT" }), row("1907.11692", "94.6%"), row("1810.04805", "")],
      ...[row("2001.00001", "1"), row("", "1"), row("1810.04805", "high"), row("1810.04805", "1", { dataset: "Else" })],
    ];
    const file = fileOf(jsonLines(rows), "rows.jsonl");
    const leftOut = [
      `rejected ${file}:6: RECORD_MALFORMED: no model, F1: not a number: "high"`,
      "1 result of 1 paper that the graph does not have: 2001.00001.",
      "1 result left out, since they name no paper.",
      "Kept under names of datasets that the graph does not have: Else (1 name).",
    ];
    const summary = "5 results read in T s: 3 new, 0 changed, 0 unchanged; 1 cell without a value; 1 rejected.";
    expect(await said(["results", file, "--dry-run"])).toEqual({
      code: 3,
      stdout: "",
      stderr: `${[...leftOut, `Dry run, nothing written. ${summary}`].join("\n")}\n`,
    });
    const { code, stdout, stderr } = await said(["results", file, "--json"]);
    expect({ code, stderr }).toEqual({ code: 3, stderr: `${[...leftOut, summary].join("\n")}\n` });
    expect(JSON.parse(stdout)).toMatchObject({ read: 5, added: 3, rejected: 1, unknownPapers: { count: 1 } });

    const asked = await said([
      "query",
      '{ dataset(name: "SQuAD") { results(metric: "F1") { nodes { value model } } } }',
    ]);
    expect(JSON.parse(asked.stdout).data.dataset.results.nodes).toEqual([
      { value: 94.6, model: null },
      { value: 93.2, model: "BERT" },
    ]);
    const listed = (await said(["results", "--list"])).stdout;
    expect(
      listed
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).paper),
    ).toEqual(["arxiv:1810.04805", "arxiv:1810.04805", "arxiv:1907.11692"]);
    expect(await said(["results", "-"], listed)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/3 results read in T s: 0 new, 0 changed, 3 unchanged\.\n$/),
    });
    expect((await said(["doctor", "--deep"])).stdout).toMatch(/ entities against a recount, and 3 results\n/);
  });

  it("reads the others where one file is no use, and fails", async () => {
    const good = fileOf(jsonLines([row("1810.04805", "93.2")]));
    const { code, stderr } = await said(["results", fileOf(" \n"), good]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error FILE_EMPTY: .*\n1 result read in T s: 1 new, 0 changed, 0 unchanged\.\n$/);
  });

  it("needs files or --list", async () => {
    expect(await said(["results"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error BAD_USAGE: Name files of results, or say --list.\n",
    });
  });
});
