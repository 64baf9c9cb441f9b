import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

describe("papergraph remove and re-extract", () => {
  const environment = { PAPERGRAPH_DATA: join(temporaryFolder(), "graph") };
  const said = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCli(args, environment);
    return { code, stdout, stderr: stderr.replaceAll(/\d+\.\d s/g, "T s") };
  };

  it("take papers out by id, file and collection, and read the others anew", async () => {
    const all = fileOf(jsonLines(PAPERS));
    expect(await said("ingest", all, "--collection", "mine")).toMatchObject({ code: 0 });
    expect(await said("re-extract")).toEqual({ code: 0, stdout: "", stderr: "0 papers read anew in T s: 0 links.\n" });
    expect((await said("re-extract", "--all")).stderr).toMatch(/^3 papers read anew in T s: \d+ links\.\n$/);
    expect(await said("remove", "1810.04805", "arxiv:0000.00000")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Not in the graph: arxiv:0000.00000 (1 paper).\n1 paper deleted in T s.\n",
    });
    const one = fileOf(jsonLines([PAPERS[1]]));
    expect((await said("remove", "--from", one, "--dry-run")).stderr).toBe(
      "Dry run, nothing written. 1 paper deleted in T s.\n",
    );
    expect((await said("remove", "--from", one)).stderr).toBe("1 paper deleted in T s.\n");
    const { stdout } = await said("remove", "--collection", "mine", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ deleted: 1, left: 0, unknown: 0, stopped: false });
    expect((await said("remove", "--collection", "mine")).stderr).toBe("0 papers deleted in T s.\n");
  });

  it("removes nothing when no paper is named", async () => {
    expect(await said("remove")).toEqual({
      code: 2,
      stdout: "",
      stderr: "error BAD_USAGE: Name the papers: by their ids, by --from FILE, or by --collection NAME.\n",
    });
  });
});
