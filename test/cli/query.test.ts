import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";
import { eachStore, neo4jSettings } from "../support/each-store.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** The settings by which a command finds the engine of this suite. */
const environmentOf = (engine: string): Record<string, string | undefined> => {
  const settings = neo4jSettings();
  if (engine === "embedded" || settings?.engine !== "neo4j") {
    return { PAPERGRAPH_DATA: join(temporaryFolder(), "graph") };
  }
  const { uri, username, password, database } = settings;
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
};

eachStore((engine, open) => {
  describe("a graph made on the command line", () => {
    let environment: Record<string, string | undefined>;

    beforeAll(async () => {
      // Empties the database that all suites share.
      if (engine === "neo4j") await open();
      environment = environmentOf(engine);
      expect(await runCli(["ingest", "-"], environment, jsonLines(PAPERS))).toMatchObject({ code: 0 });
    });

    const TITLES = "query Titles($first: Int) { papers(first: $first) { nodes { title } } }";
    const NEWEST = { data: { papers: { nodes: [{ title: PAPERS[2].title }] } } };

    it.each([
      ["a document", () => ["{ papers(first: 1) { nodes { title } } }"], ""],
      ["a file", () => [fileOf("{ papers(first: 1) { nodes { title } } }", "titles.graphql")], ""],
      ["standard input", () => ["-"], "{ papers(first: 1) { nodes { title } } }"],
      ["variables", () => [TITLES, "--variables", '{"first": 1}'], ""],
      ["a file of variables", () => [TITLES, "--variables", `@${fileOf('{"first": 1}', "variables.json")}`], ""],
      ["one operation of several", () => [`${TITLES} query Other { meta { papers } }`, "--operation", "Titles"], ""],
    ])("is asked by %s", async (name, args, input) => {
      const { code, stdout, stderr } = await runCli(["query", ...args()], environment, input);
      const { data } = JSON.parse(stdout);
      // Without its variable the page is of the default size.
      const first = name.startsWith("one") ? { papers: { nodes: data.papers.nodes.slice(0, 1) } } : data;
      expect({ code, stderr, first }).toEqual({ code: 0, stderr: "", first: NEWEST.data });
    });

    it("refuses what a server would refuse, and ends with 1", async () => {
      const { code, stdout } = await runCli(["query", "{ papers(first: 101) { nodes { id } } }"], environment);
      expect({ code, errors: JSON.parse(stdout).errors.map(({ extensions }: never) => extensions) }).toEqual({
        code: 1,
        errors: [{ code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }],
      });
    });

    it("is described by the doctor", async () => {
      const { code, stdout } = await runCli(["doctor", "--json"], environment);
      const { store, problems } = JSON.parse(stdout);
      expect({
        code,
        problems,
        engine: store.engine,
        papers: store.papers,
        years: [store.firstYear, store.lastYear],
      }).toEqual({ code: 0, problems: [], engine, papers: 3, years: [2018, 2020] });
    });
  });
});

it("a document in a file that is not there is FILE_NOT_FOUND", async () => {
  const { code, stderr } = await runCli(["query", "none.graphql"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "error FILE_NOT_FOUND: none.graphql cannot be read (ENOENT).\n",
  });
});
