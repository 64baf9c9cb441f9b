import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const YAML = `
# What we decided in January.
- op: rename
  entity: entity:bert
  name: BERT (encoder)
  author: Ada Berg
  reason: So that nobody takes it for the puppet.
  at: 2026-01-05
- op: rejectName
  name: GLUE
  author: Ada Berg
  reason: Only an example.
  at: 2026-01-06T12:00:00+01:00
`;

describe("papergraph curate", () => {
  const environment = { PAPERGRAPH_DATA: join(temporaryFolder(), "graph") };
  const said = async (args: readonly string[], input = "") => {
    const { code, stdout, stderr } = await runCli(args, environment, input);
    return { code, stdout, stderr: stderr.replaceAll(/\d+ entit(y|ies) settled in \d+\.\d s/g, "settled") };
  };

  it("applies a file, lists what the graph has, and takes that list back", async () => {
    await said(["ingest", fileOf(jsonLines(PAPERS))]);
    const file = fileOf(YAML);
    expect(await said(["curate", file, "--dry-run"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "Dry run, nothing written. 2 new decisions.\n",
    });
    expect(await said(["curate", file])).toEqual({ code: 0, stdout: "", stderr: "2 new decisions; settled.\n" });
    const asked = await said(["query", '{ entity(id: "entity:bert") { name } }']);
    expect(JSON.parse(asked.stdout)).toEqual({ data: { entity: { name: "BERT (encoder)" } } });
    const { stdout } = await said(["curate", "--list"]);
    const decisions = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(decisions).toMatchObject([
      { id: expect.stringMatching(/^curation:[0-9a-f]{16}$/), op: "rename", at: "2026-01-05T00:00:00.000Z" },
      { op: "rejectName", name: "GLUE", at: "2026-01-06T11:00:00.000Z" },
    ]);
    const again = await said(["curate", "-", "--json"], stdout);
    expect(again.stderr).toBe("0 new decisions, 2 were there already; settled.\n");
    expect(JSON.parse(again.stdout)).toEqual({ added: 0, known: 2, settled: 0 });
  });

  it("refuses a file with a decision that is none, whole", async () => {
    const { code, stdout, stderr } = await said(["curate", "-"], '{"op": "join"}');
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error DECISION_MALFORMED: standard input:1: .* Nothing was applied\.\n$/);
  });
});
