import { beforeAll, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await store.write([
      {
        statement: cypher("UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p += row"),
        params: {
          rows: [
            { id: "b", year: 2020, authors: ["Ada", "Bo"] },
            { id: "a", year: 2021, authors: [] },
            { id: "c", year: null, authors: ["Cy"] },
          ],
        },
      },
    ]);
  });

  it("answers rows in the statement's order", async () => {
    const rows = await store.read(cypher("MATCH (p:Paper) RETURN p.id AS id ORDER BY p.id DESC"));
    expect(rows).toEqual([{ id: "c" }, { id: "b" }, { id: "a" }]);
  });

  it("sorts null as the largest value", async () => {
    const rows = await store.read(cypher("MATCH (p:Paper) RETURN p.year AS year ORDER BY p.year DESC, p.id"));
    expect(rows).toEqual([{ year: null }, { year: 2021 }, { year: 2020 }]);
  });

  it("answers null for a property that a node lacks", async () => {
    const rows = await store.read(cypher("MATCH (p:Paper {id: $id}) RETURN p.year AS year, p.venue AS venue"), {
      id: "c",
    });
    expect(rows).toEqual([{ year: null, venue: null }]);
  });

  it("answers no rows when nothing matches", async () => {
    expect(await store.read(cypher("MATCH (p:Paper {id: $id}) RETURN p.id AS id"), { id: "none" })).toEqual([]);
  });

  it("answers lists and maps as plain values", async () => {
    const rows = await store.read(
      cypher("MATCH (p:Paper) RETURN p {.id, .authors, more: {year: p.year}} AS paper ORDER BY p.id LIMIT 2"),
    );
    expect(rows).toEqual([
      { paper: { id: "a", authors: [], more: { year: 2021 } } },
      { paper: { id: "b", authors: ["Ada", "Bo"], more: { year: 2020 } } },
    ]);
  });

  it("answers many reads at the same time, each its own", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `paper ${i}`);
    const statement = cypher("RETURN $id AS id");
    const answers = await Promise.all(ids.map((id) => store.read(statement, { id })));
    expect(answers).toEqual(ids.map((id) => [{ id }]));
  });

  it("answers ten thousand rows", async () => {
    const rows = await store.read<{ i: number }>(cypher("UNWIND range(1, 10000) AS i RETURN i ORDER BY i"));
    expect(rows.length).toBe(10_000);
    expect(rows.at(-1)).toEqual({ i: 10_000 });
  });

  it.each([
    ["creates", "CREATE (p:Paper {id: 'new'}) RETURN p.id AS id"],
    ["merges", "MERGE (p:Paper {id: 'new'}) RETURN p.id AS id"],
    ["sets a property", "MATCH (p:Paper {id: 'a'}) SET p.year = 1 RETURN p.id AS id"],
    ["deletes", "MATCH (p:Paper {id: 'a'}) DETACH DELETE p"],
  ])("refuses a read that %s, and keeps nothing of it", async (_, text) => {
    await expect(store.read(cypher(text))).rejects.toMatchObject({
      code: "INTERNAL",
      message: "The statement test is read but changes the graph; nothing was kept.",
    });
    const rows = await store.read(cypher("MATCH (p:Paper) RETURN p.id AS id, p.year AS year ORDER BY p.id"));
    expect(rows).toEqual([
      { id: "a", year: 2021 },
      { id: "b", year: 2020 },
      { id: "c", year: null },
    ]);
  });

  it.each([
    ["a syntax error", "MATCH (p:Paper {id:"],
    ["an unknown function", "RETURN noSuchFunction(1) AS x"],
    ["a division by zero", "RETURN 1 / 0 AS x"],
  ])("says INTERNAL and not the engine's words at %s", async (_, text) => {
    const error = await store.read(cypher(text)).catch((error) => error);
    expect({ code: error.code, hasCause: error.cause !== undefined }).toEqual({ code: "INTERNAL", hasCause: true });
    expect(error.message).toBe(
      `The statement test failed ${engine === "neo4j" ? "at Neo4j" : "in the embedded engine"}.`,
    );
  });

  it("names its engine and version", async () => {
    expect(await store.info()).toEqual({ engine, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(store.engine).toBe(engine);
  });
});
