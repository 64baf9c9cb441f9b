import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";
import { houseFiles, linesThatFit } from "../support/house.js";

const PROGRAM = /^(src|schema|ingest)\/.*\.ts$/;

describe("the house", () => {
  it("has no source file over 400 lines", () => {
    const long = houseFiles(/\.(ts|mjs|js|cjs|cypher)$/)
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  it("names no path of the machine it was made on", () => {
    const machine = new RegExp(`(^|[^a-zA-Z.])/(${["work", "farm", "root", "tmp"].join("|")})/[a-z]`);
    expect(linesThatFit(houseFiles(/^(?!package-lock\.json)/), machine)).toEqual([]);
  });

  it("reads the environment only in config.ts", () => {
    const files = houseFiles(PROGRAM).filter(({ path }) => path !== "src/config.ts");
    expect(linesThatFit(files, /process\.env|from "node:process"/)).toEqual([]);
  });

  it("keeps Cypher out of TypeScript, but for the filter module", () => {
    const files = houseFiles(PROGRAM).filter(({ path }) => !path.startsWith("src/store/filter/"));
    const cypher = /^(?!\s*(\*|\/[/*])).*\b(MATCH|MERGE|CREATE|UNWIND|DELETE) [($]/;
    expect(linesThatFit(files, cypher)).toEqual([]);
  });

  it("gives every decorator of GraphQL its type", () => {
    expect(linesThatFit(houseFiles(/^schema\/.*\.ts$/), /@(Field|Query|Mutation)\(\)/)).toEqual([]);
  });

  it("leaves nothing for later", () => {
    expect(linesThatFit(houseFiles(/\.(ts|mjs|js|cypher)$/), /\b(TO-?DO|FIX-?ME)\b/)).toEqual([]);
  });

  it("has one statement in each Cypher file, opened by a comment", () => {
    const wrong = houseFiles(/^cypher\/(?!schema\.).*\.cypher$/).filter(
      ({ text }) => !text.startsWith("// ") || text.replaceAll(/^\s*\/\/.*$/gm, "").includes(";"),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("points its dependencies one way", () => {
    const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "src", "schema", "ingest"];
    const cruiser = join(packageRoot, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
    const { stdout } = spawnSync(process.execPath, [cruiser, ...args], { cwd: packageRoot, encoding: "utf8" });
    expect(stdout.trim()).toMatch(/^\S* ?no dependency violations found/);
  });
});

it("runs as ECMAScript modules, as the program does", () => {
  expect(import.meta.url).toMatch(/^file:.*rules\.test\.ts$/);
});
