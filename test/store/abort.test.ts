import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A thousand million rows, one after another: minutes of work in little memory. */
const RUNAWAY = cypher(`
  UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b UNWIND range(1, 1000) AS c
  WITH a + b + c AS s WHERE s < 0
  RETURN count(s) AS runaway
`);
const ONE = cypher("RETURN 1 AS one");
const MERGE = cypher("MERGE (p:Paper {id: $id})");

/** Aborts when the read has been sent. */
function abandoned(store: Store): Promise<unknown> {
  const abort = new AbortController();
  const reading = store.read(RUNAWAY, {}, { signal: abort.signal });
  setImmediate(() => abort.abort());
  return reading;
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await delay(20);
}

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it("answers TIMEOUT to a read that is aborted", async () => {
    await expect(abandoned(store)).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "The statement test was stopped: its time ran out or its caller went away.",
    });
  });

  it("answers TIMEOUT to a read whose signal was aborted before, and runs nothing", async () => {
    await expect(store.read(ONE, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("takes many reads with one signal without a warning", async () => {
    const warnings: string[] = [];
    const listen = ({ message }: Error) => warnings.push(message);
    process.on("warning", listen);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 40 }, () => store.read(ONE, {}, { signal })));
    await new Promise(setImmediate);
    process.off("warning", listen);
    expect(warnings).toEqual([]);
  });

  it("takes reads and writes while abandoned ones are being ended", async () => {
    const runaways = Promise.allSettled([abandoned(store), abandoned(store), abandoned(store)]);
    const rounds = Array.from({ length: 150 }, (_, i) => i);
    for (const i of rounds) {
      await store.write([{ statement: MERGE, params: { id: `p${i}` } }]);
      expect(await store.read(ONE)).toEqual([{ one: 1 }]);
      await delay(10);
    }
    await runaways;
    expect(await store.read(cypher("MATCH (p:Paper) RETURN count(p) AS n"))).toEqual([{ n: rounds.length }]);
  });

  if (engine === "neo4j") {
    it("leaves no transaction of an aborted read on the server", async () => {
      await expect(abandoned(store)).rejects.toMatchObject({ code: "TIMEOUT" });
      const running = cypher(
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'runaway' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery",
      );
      await until(async () => (await store.read(running)).length === 0);
    });
  }
});

describe("the embedded engine", () => {
  const enginePid = (path: string) => JSON.parse(readFileSync(join(path, "owner.json"), "utf8")).engine;

  it("is replaced when an abandoned read does not end", async () => {
    const path = temporaryFolder();
    const store = await openStore({ engine: "embedded", path });
    const before = enginePid(path);
    await expect(abandoned(store)).rejects.toMatchObject({ code: "TIMEOUT" });
    await until(() => enginePid(path) !== before);
    expect(await store.read(ONE)).toEqual([{ one: 1 }]);
    expect(() => process.kill(before, 0)).toThrow("ESRCH");
    await store.close();
  });

  it("answers the other reads that were running in the replaced process", async () => {
    const path = temporaryFolder();
    const store = await openStore({ engine: "embedded", path });
    const before = enginePid(path);
    const slow = cypher(
      "UNWIND range(1, 150) AS a UNWIND range(1, 150) AS b UNWIND range(1, 150) AS c RETURN count(c) AS n",
    );
    const runaway = abandoned(store).catch(({ code }) => code);
    const others = await Promise.all([store.read(slow), store.read(slow)]);
    expect([await runaway, others]).toEqual(["TIMEOUT", [[{ n: 3_375_000 }], [{ n: 3_375_000 }]]]);
    await until(() => enginePid(path) !== before);
    await store.close();
  });

  it("stays when the abandoned reads end by themselves", async () => {
    const path = temporaryFolder();
    const store = await openStore({ engine: "embedded", path });
    const before = enginePid(path);
    for (let i = 0; i < 20; i++) {
      const abort = new AbortController();
      const reading = store.read(ONE, {}, { signal: abort.signal });
      abort.abort();
      await expect(reading).rejects.toMatchObject({ code: "TIMEOUT" });
    }
    // Longer than an abandoned read is left running.
    await delay(2_200);
    expect(enginePid(path)).toBe(before);
    await store.close();
  });
});
