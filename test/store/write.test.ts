import { beforeEach, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

const MERGE_PAPERS = cypher("UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p += row RETURN p.id AS id");
const MERGE_ONE = cypher("MERGE (e:Entity {id: $id}) ON CREATE SET e.paperCount = 1");
const LINK = cypher(`
  UNWIND $rows AS row
  MATCH (p:Paper {id: row.paper})
  MATCH (e:Entity {id: row.entity})
  MERGE (p)-[r:USES]->(e)
  SET r.spans = row.spans
`);
const PAPERS = cypher("MATCH (p:Paper) RETURN p.id AS id ORDER BY p.id");
const FAIL = cypher("MATCH (p:Paper) SET p.year = 1 / $zero");

eachStore((_engine, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  it("answers the rows of each statement, in order", async () => {
    const rows = await store.write([
      { statement: MERGE_PAPERS, params: { rows: [{ id: "a" }, { id: "b" }] } },
      { statement: MERGE_ONE, params: { id: "e" } },
      { statement: cypher("MATCH (p:Paper) RETURN count(p) AS papers"), params: {} },
    ]);
    expect(rows).toEqual([[{ id: "a" }, { id: "b" }], [], [{ papers: 2 }]]);
  });

  it("does nothing for an empty list of writes", async () => {
    expect(await store.write([])).toEqual([]);
  });

  it("shows a later statement what an earlier one wrote", async () => {
    await store.write([
      { statement: MERGE_PAPERS, params: { rows: [{ id: "a" }] } },
      { statement: MERGE_ONE, params: { id: "e" } },
      { statement: LINK, params: { rows: [{ paper: "a", entity: "e", spans: [0, 1, 2] }] } },
    ]);
    const links = await store.read(
      cypher("MATCH (p:Paper)-[r:USES]->(e:Entity) RETURN p.id AS paper, e.id AS entity, r.spans AS spans"),
    );
    expect(links).toEqual([{ paper: "a", entity: "e", spans: [0, 1, 2] }]);
  });

  it("keeps nothing of a write whose last statement fails", async () => {
    await store.write([{ statement: MERGE_PAPERS, params: { rows: [{ id: "kept", year: 1999 }] } }]);
    const failing = store.write([
      { statement: MERGE_PAPERS, params: { rows: [{ id: "kept", year: 2000 }, { id: "lost" }] } },
      { statement: FAIL, params: { zero: 0 } },
    ]);
    await expect(failing).rejects.toMatchObject({ code: "INTERNAL" });
    const rows = await store.read(cypher("MATCH (p:Paper) RETURN p.id AS id, p.year AS year"));
    expect(rows).toEqual([{ id: "kept", year: 1999 }]);
  });

  it("keeps nothing of a statement that fails at a late row", async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, divisor: 999 - i }));
    const statement = cypher("UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p.share = 1 / row.divisor");
    await expect(store.write([{ statement, params: { rows } }])).rejects.toMatchObject({ code: "INTERNAL" });
    expect(await store.read(PAPERS)).toEqual([]);
  });

  it("goes on after a failed write", async () => {
    const failed = store.write([{ statement: FAIL, params: { zero: 0 } }]).catch(() => {});
    const next = store.write([{ statement: MERGE_PAPERS, params: { rows: [{ id: "a" }] } }]);
    await failed;
    expect(await next).toEqual([[{ id: "a" }]]);
  });

  it("makes one node and one relationship of each key when many writes merge it at the same time", async () => {
    await store.write([{ statement: MERGE_PAPERS, params: { rows: [{ id: "a" }] } }]);
    const keys = Array.from({ length: 120 }, (_, i) => `e${i % 8}`);
    await Promise.all(
      keys.map((id) =>
        store.write([
          { statement: MERGE_ONE, params: { id } },
          { statement: LINK, params: { rows: [{ paper: "a", entity: id, spans: [] }] } },
        ]),
      ),
    );
    const counts = await store.read(
      cypher("MATCH (e:Entity)<-[r:USES]-(:Paper) RETURN count(DISTINCT e) AS entities, count(r) AS links"),
    );
    expect(counts).toEqual([{ entities: 8, links: 8 }]);
  });

  it("counts up exactly when many writes add to one property at the same time", async () => {
    await store.write([{ statement: MERGE_ONE, params: { id: "e" } }]);
    const add = cypher("MATCH (e:Entity {id: $id}) SET e.paperCount = e.paperCount + 1");
    await Promise.all(Array.from({ length: 50 }, () => store.write([{ statement: add, params: { id: "e" } }])));
    expect(await store.read(cypher("MATCH (e:Entity) RETURN e.paperCount AS n"))).toEqual([{ n: 51 }]);
  });

  it("shows a read whole writes only", async () => {
    const pair = [
      { statement: MERGE_PAPERS, params: { rows: [{ id: "left", year: 1 }] } },
      { statement: MERGE_PAPERS, params: { rows: [{ id: "right", year: 1 }] } },
    ];
    const count = cypher("MATCH (p:Paper) RETURN count(p) AS n");
    const [, ...seen] = await Promise.all([
      store.write(pair),
      ...Array.from({ length: 40 }, () => store.read<{ n: number }>(count)),
    ]);
    expect(seen.flat().filter(({ n }) => n !== 0 && n !== 2)).toEqual([]);
  });

  it("takes a batch of a thousand rows twice and has them once", async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ id: `p${String(i).padStart(4, "0")}`, year: 2000 }));
    await store.write([{ statement: MERGE_PAPERS, params: { rows } }]);
    await store.write([{ statement: MERGE_PAPERS, params: { rows } }]);
    expect(await store.read(PAPERS)).toEqual(rows.map(({ id }) => ({ id })));
  });

  it("refuses a second node with the id of a first", async () => {
    const create = cypher("CREATE (p:Paper {id: $id})");
    await store.write([{ statement: create, params: { id: "a" } }]);
    await expect(store.write([{ statement: create, params: { id: "a" } }])).rejects.toMatchObject({ code: "INTERNAL" });
    expect(await store.read(PAPERS)).toEqual([{ id: "a" }]);
  });
});
