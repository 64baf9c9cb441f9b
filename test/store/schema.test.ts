import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";
import { refuseUserData, wipe } from "../support/wipe.js";

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it("can be made again, also over data", async () => {
    await store.write([{ statement: cypher("MERGE (p:Paper {id: 'a'})"), params: {} }]);
    await store.migrate();
    await store.migrate();
    expect(await store.read(cypher("MATCH (p:Paper) RETURN p.id AS id"))).toEqual([{ id: "a" }]);
  });

  it.each(["Paper.id", "Entity.id", "Name.key", "Meta.id", "Ingest.id"])("keeps %s unique", async (unique) => {
    const [label, key] = unique.split(".");
    const create = { statement: cypher(`CREATE (n:${label} {${key}: 'twice'})`), params: {} };
    await store.write([create]);
    await expect(store.write([create])).rejects.toMatchObject({ code: "INTERNAL" });
  });

  it.each([
    ["Paper", "id", "x"],
    ["Paper", "year", 2020],
    ["Paper", "venue", "x"],
    ["Entity", "id", "x"],
    ["Entity", "kind", "METHOD"],
    ["Entity", "unsettled", true],
    ["Name", "key", "x"],
    ["Meta", "id", "x"],
    ["Ingest", "id", "x"],
  ])("has an index on %s.%s", async (label, key, value) => {
    const statement = cypher(`EXPLAIN MATCH (n:${label} {${key}: $value}) RETURN n.${key} AS found`);
    const rows = await store.read(statement, { value });
    // Neo4j gives a plan beside the rows, which the port leaves out: there the index itself is looked up.
    if (engine === "embedded") expect(JSON.stringify(rows)).toContain(`[index: ${key}]`);
    else expect(await neo4jIndexes(store)).toContain(`${label}.${key}`);
  });
});

const neo4jIndexes = async (store: Store): Promise<string[]> => {
  const rows = await store.read<{ index: string }>(
    cypher(
      "SHOW INDEXES YIELD labelsOrTypes, properties, state, type WHERE state = 'ONLINE' AND type = 'RANGE' " +
        "RETURN labelsOrTypes[0] + '.' + properties[0] AS index",
    ),
  );
  return rows.map(({ index }) => index);
};

describe("a test run that empties a database", () => {
  eachStore((_engine, open) => {
    it.each([
      ["an empty one", "RETURN 1 AS one", undefined],
      [
        "the sample corpus",
        "CREATE (p:Paper {id: 'a', collections: ['sample']}) CREATE (e:Entity {id: 'e'})",
        undefined,
      ],
      ["a paper of another collection", "CREATE (p:Paper {id: 'a', collections: ['mine']})", 1],
      [
        "a sample paper that is in another collection too",
        "CREATE (p:Paper {id: 'a', collections: ['sample', 'mine']})",
        1,
      ],
      [
        "a paper without a collection beside the sample",
        "CREATE (p:Paper {id: 'a'}) CREATE (q:Paper {id: 'b', collections: ['sample']})",
        1,
      ],
      ["entities without papers", "CREATE (e:Entity {id: 'e'}) CREATE (n:Name {key: 'n'})", 2],
      ["another graph", "CREATE (m:Movie {title: 'The Matrix'})", 1],
    ])("looks first: %s", async (_, text, strangers) => {
      const store = await open();
      await store.write([{ statement: cypher(text), params: {} }]);
      const refusal = await refuseUserData(store).then(
        () => undefined,
        (error) => Number(/holds (\d+) nodes/.exec(error.message)?.[1]),
      );
      expect(refusal).toBe(process.env.PAPERGRAPH_TEST_WIPE === "1" ? undefined : strangers);
      await wipe(store);
      expect(await store.read(cypher("MATCH (n) WHERE NOT n:Meta RETURN count(n) AS n"))).toEqual([{ n: 0 }]);
    });
  });
});
