import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { getOperationAST, parse, validate } from "graphql";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { ingest } from "../../ingest/ingest.js";
import { importResults } from "../../ingest/results/import-results.js";
import { createSchema } from "../../schema/create-schema.js";
import { LIMITS } from "../../src/limits.js";
import { packageRoot } from "../../src/package-root.js";
import { weigh } from "../../src/server/cost.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask } from "./support/ask.js";

const folder = join(packageRoot, "schema", "examples");
const files = readdirSync(folder);
const examples = files
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => {
    const name = file.replace(/\.graphql$/, "");
    const variables = join(folder, `${name}.variables.json`);
    return {
      name,
      document: readFileSync(join(folder, file), "utf8"),
      variables: existsSync(variables) ? (JSON.parse(readFileSync(variables, "utf8")) as Record<string, unknown>) : {},
    };
  });

describe("the examples", () => {
  it("are at least twenty, and every file of variables has its operation", () => {
    expect(examples.length).toBeGreaterThanOrEqual(20);
    const names = examples.map(({ name }) => name);
    const others = files
      .filter((file) => !file.endsWith(".graphql"))
      .map((file) => file.replace(/\.variables\.json$/, ""));
    expect(others.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(examples)("$name is one valid operation that says what it is for", ({ document, variables }) => {
    const schema = createSchema();
    const parsed = parse(document);
    expect(validate(schema, parsed)).toEqual([]);
    expect(document).toMatch(/^# .+\n/);
    const operation = getOperationAST(parsed);
    expect(operation?.name?.value).toMatch(/^[A-Z]\w+$/);
    const declared = operation?.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
    expect(Object.keys(variables)).toEqual(declared);
    expect(weigh(schema, parsed, undefined, variables, LIMITS).cost).toBeLessThan(LIMITS.cost / 2);
  });
});

/** The answers of the engine that ran first, for the other to give too. */
const answers = new Map<string, unknown>();

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const tools = createIngestTools();
    try {
      await ingest(store, tools, {
        files: [join(packageRoot, "ingest", "sample", "papers.jsonl")],
        collection: "sample",
      });
      await importResults(store, { files: [join(packageRoot, "ingest", "sample", "results.json")] });
    } finally {
      await tools.extractor.close();
    }
  }, 120_000);

  it.each(examples)(
    "answers $name from the sample corpus as any other engine does",
    async ({ name, document, variables }) => {
      const answer = await ask<Record<string, unknown>>(store, document, variables);
      for (const field of Object.values(answer)) expect(field).not.toBeNull();
      if (answers.has(name)) expect(answer).toEqual(answers.get(name));
      else answers.set(name, answer);
    },
  );
});
