import { expect, it } from "@jest/globals";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

eachStore((engine, open) => {
  it("answers what was written", async () => {
    const store = await open();
    await store.write([
      {
        statement: cypher("UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p += row"),
        params: { rows: [{ id: "a", year: 2020 }] },
      },
    ]);
    expect(await store.read(cypher("MATCH (p:Paper) RETURN p.id AS id, p.year AS year"))).toEqual([
      { id: "a", year: 2020 },
    ]);
    expect((await store.info()).engine).toBe(engine);
  });
});
