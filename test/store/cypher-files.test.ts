import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";
import { cypherFolder, parametersOf, schemaStatements, statement } from "../../src/store/statements.js";
import type { Params, Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";

const names = readdirSync(cypherFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".cypher"))
  .map((file) => file.replaceAll("\\", "/").replace(/\.cypher$/, ""))
  .filter((name) => !name.startsWith("schema."))
  .sort();

const source = (name: string): string => readFileSync(join(cypherFolder, `${name}.cypher`), "utf8");
const header = (name: string): string => source(name).split(/^(?!\/\/)/m)[0] ?? "";

describe.each(names)("cypher/%s", (name) => {
  it("is an area, a verb and a noun", () => {
    expect(name).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*(\.(embedded|neo4j))?$/);
  });

  it("says in its first lines what it answers", () => {
    expect(header(name)).toMatch(/^\/\/ \S/);
  });

  it("names in its first lines the parameters that it uses, and no others", () => {
    const declared = new Set([...header(name).matchAll(/\$(\w+)/g)].map(([, parameter]) => parameter));
    expect([...declared].sort()).toEqual([...parametersOf(statement(name))].sort());
  });

  it("is one statement", () => {
    expect(statement(name).text).not.toMatch(/;/);
  });
});

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const other = engine === "embedded" ? ".neo4j" : ".embedded";

  it.each(names.filter((name) => !name.endsWith(other)))("plans cypher/%s", async (name) => {
    const { text } = statement(name);
    const explain = { name, text: `EXPLAIN ${text}` };
    await expect(store.read(explain, samples(text, parametersOf(explain)))).resolves.toBeDefined();
  });

  it("has a schema", () => {
    expect(schemaStatements(engine).length).toBeGreaterThan(10);
  });
});

/** A value for each parameter: the plan does not depend on it, but the embedded engine wants one. */
function samples(text: string, parameters: ReadonlySet<string>): Params {
  const entries = [...parameters].map((parameter): [string, Params[string]] => {
    if (new RegExp(`\\b(LIMIT|SKIP)\\s+\\$${parameter}\\b`).test(text)) return [parameter, 1];
    if (new RegExp(`\\b(UNWIND|IN)\\s+\\$${parameter}\\b`).test(text)) return [parameter, []];
    return [parameter, null];
  });
  return Object.fromEntries(entries);
}

describe("Cypher", () => {
  const sources = ["src", "schema", "ingest"].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file).replaceAll("\\", "/")),
  );
  const CYPHER =
    /\b(MATCH|MERGE|CREATE|DELETE|FOREACH|CALL)\s*\(|\bUNWIND\s+[$\w.[]+\s+AS\b|\bCALL\s+(db\.|\{)|\bRETURN\s+[\w$]+(\.|\s+AS)|\bORDER BY\b|\bSET\s+\w+\./;

  it.each(sources.filter((file) => !file.startsWith("src/store/filter/")))("stands in no text of %s", (file) => {
    const code = readFileSync(join(packageRoot, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    expect(CYPHER.exec(code)?.[0]).toBeUndefined();
  });
});
