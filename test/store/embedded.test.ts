import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const MERGE = cypher("UNWIND $ids AS id MERGE (p:Paper {id: id})");
const COUNT = cypher("MATCH (p:Paper) RETURN count(p) AS n");
const ONE = cypher("RETURN 1 AS one");

const open = (path: string): Promise<Store> => openStore({ engine: "embedded", path });
const owner = (path: string) => JSON.parse(readFileSync(join(path, "owner.json"), "utf8"));
const count = async (store: Store) => (await store.read<{ n: number }>(COUNT))[0]?.n;

/** Another program that opens the store, then writes paper after paper and says each one that was acknowledged. */
function writer(path: string): ChildProcess {
  const program = `
    import { openStore } from ${JSON.stringify(join(packageRoot, "dist/src/store/open-store.js"))};
    const store = await openStore({ engine: "embedded", path: ${JSON.stringify(path)} });
    const statement = { name: "test", text: "MERGE (p:Paper {id: $id})" };
    console.log("open");
    for (let i = 0; ; i++) {
      await store.write([{ statement, params: { id: String(i) } }]);
      console.log(i);
    }`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
}

/** The number of lines that the program says before it has ended; it is killed after `lines` of them. */
async function killAfter(program: ChildProcess, lines: number): Promise<number> {
  let said = 0;
  for await (const _ of createInterface({ input: program.stdout! })) {
    if (++said === lines) program.kill("SIGKILL");
  }
  return said;
}

describe("a store in a folder", () => {
  it("makes the folder and keeps what was written when it is closed and opened again", async () => {
    const path = join(temporaryFolder(), "deep", "er");
    const first = await open(path);
    await first.write([{ statement: MERGE, params: { ids: ["a", "b"] } }]);
    await first.close();
    expect(readdirSync(path)).toEqual(["graph.grafeo"]);
    const second = await open(path);
    expect(await count(second)).toBe(2);
    await second.close();
  });

  it("says BAD_SETTING when the folder cannot be made", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    await expect(open(join(file, "data"))).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: `PAPERGRAPH_DATA is ${join(file, "data")}, a folder that cannot be made here. Name another one.`,
    });
  });

  it("says STORE_CORRUPT when its files are not those of a store, and leaves them as they are", async () => {
    const path = temporaryFolder();
    writeFileSync(join(path, "graph.grafeo"), "not a graph ".repeat(5000));
    await expect(open(path)).rejects.toMatchObject({
      code: "STORE_CORRUPT",
      message:
        `The store in ${path} cannot be opened: its files are damaged or were made by another version. ` +
        "Move the folder away and ingest the papers again, or put back a copy of it.",
    });
    expect(readFileSync(join(path, "graph.grafeo"), "utf8")).toBe("not a graph ".repeat(5000));
  });

  it("says that it is closed when it is used after its close", async () => {
    const store = await open(temporaryFolder());
    await store.close();
    await store.close();
    const closed = { code: "STORE_UNAVAILABLE", message: "The store is closed." };
    await expect(store.read(ONE)).rejects.toMatchObject(closed);
    await expect(store.write([{ statement: MERGE, params: { ids: [] } }])).rejects.toMatchObject(closed);
    await expect(store.searchText("papers", "x", 1)).rejects.toMatchObject(closed);
    await expect(store.info()).rejects.toMatchObject(closed);
    await expect(store.migrate()).rejects.toMatchObject(closed);
  });

  it("finishes the writes that were given to it before its close", async () => {
    const path = temporaryFolder();
    const store = await open(path);
    const writes = ["a", "b", "c"].map((id) => store.write([{ statement: MERGE, params: { ids: [id] } }]));
    await store.close();
    expect(await Promise.all(writes)).toEqual([[[]], [[]], [[]]]);
    const again = await open(path);
    expect(await count(again)).toBe(3);
    await again.close();
  });
});

describe("the one owner of a store", () => {
  it("is named to a second opener in the same process, and is not disturbed", async () => {
    const path = temporaryFolder();
    const store = await open(path);
    await store.write([{ statement: MERGE, params: { ids: ["a"] } }]);
    const error = await open(path).catch((error) => error);
    const { host, command, since } = owner(path);
    expect({ code: error.code, message: error.message, details: error.details }).toEqual({
      code: "STORE_LOCKED",
      message:
        `The store in ${path} is in use by process ${process.pid} on ${host} (${command}, since ${since}). ` +
        "The embedded store has one owner at a time: stop that process, ask its server instead, or name another " +
        "folder in PAPERGRAPH_DATA.",
      details: { folder: path, pid: process.pid },
    });
    expect(await count(store)).toBe(1);
    await store.close();
  });

  it("is named to a second opener in another process", async () => {
    const path = temporaryFolder();
    const program = writer(path);
    await once(createInterface({ input: program.stdout! }), "line");
    await expect(open(path)).rejects.toMatchObject({ code: "STORE_LOCKED", details: { pid: program.pid } });
    program.kill("SIGKILL");
    await once(program, "exit");
  });
});

describe("kill -9", () => {
  it.each([1, 30, 150])(
    "of the program after %d acknowledged writes ends its engine and loses none of them",
    async (writes) => {
      const path = temporaryFolder();
      const said = await killAfter(writer(path), writes + 1);
      // It opens only when no process has it any more.
      const store = await open(path);
      const kept = await store.read<{ id: string }>(cypher("MATCH (p:Paper) RETURN p.id AS id"));
      const acknowledged = Array.from({ length: said - 1 }, (_, i) => String(i));
      expect(acknowledged.filter((id) => !kept.some((paper) => paper.id === id))).toEqual([]);
      await store.close();
    },
  );

  it("of the engine is not noticed by reads", async () => {
    const path = temporaryFolder();
    const store = await open(path);
    await store.write([{ statement: MERGE, params: { ids: ["a"] } }]);
    const before = Array.from({ length: 20 }, () => count(store));
    await nextTurn();
    process.kill(owner(path).engine, "SIGKILL");
    const after = Array.from({ length: 20 }, () => count(store));
    expect(new Set(await Promise.all([...before, ...after]))).toEqual(new Set([1]));
    await store.close();
  });

  it("of the engine in a write either keeps all of it or says that it is not known", async () => {
    const path = temporaryFolder();
    const store = await open(path);
    const ids = Array.from({ length: 20_000 }, (_, i) => String(i));
    const writing = store.write([{ statement: MERGE, params: { ids } }]).then(
      () => "written",
      ({ code, message }) => ({ code, message }),
    );
    const waiting = store.write([{ statement: MERGE, params: { ids: ["after"] } }]);
    await nextTurn();
    process.kill(owner(path).engine, "SIGKILL");
    expect(await writing).toEqual({
      code: "STORE_UNAVAILABLE",
      message:
        "The embedded engine stopped during a write, so it is not known whether the write was saved. " +
        "Making the same write twice is safe.",
    });
    expect(await waiting).toEqual([[]]);
    expect([1, ids.length + 1]).toContain(await count(store));
    await store.close();
  });

  it("of the engine again and again loses no acknowledged write", async () => {
    const path = temporaryFolder();
    const store = await open(path);
    let acknowledged = 0;
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 10; i++) {
        await store.write([{ statement: MERGE, params: { ids: [`${round} ${i}`] } }]);
        acknowledged++;
      }
      process.kill(owner(path).engine, "SIGKILL");
      expect(await count(store)).toBe(acknowledged);
    }
    await store.close();
    expect(existsSync(join(path, "owner.json"))).toBe(false);
  });
});

describe("what is left over", () => {
  it("of an owner that was killed does not keep the store from opening", async () => {
    const path = temporaryFolder();
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "owner.json"), '{"pid": 1, "cut');
    const store = await open(path);
    expect(owner(path).pid).toBe(process.pid);
    await store.close();
  });
});
