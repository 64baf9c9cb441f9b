import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { EXPORT_FORMATS } from "../../src/export/formats.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";
import { exported, exportedText } from "./support/exporting.js";
import { loadRead, NASTY_GRAPH, readsOf } from "./support/graphs.js";

const names = EXPORT_FORMATS.map(({ name }) => name);
const WHERE: PaperFilter = { OR: [{ collections: ["mine"] }, { entities: { all: ["entity:llama-2"] } }] };

/** Of each engine, to be compared when the second one is there. */
const written = new Map<string, Record<string, string>>();

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => wipe(store));

  describe.each(names)("an export as %s", (format) => {
    it("is the same on both engines, and in any size of pages", async () => {
      await loadRead(store, NASTY_GRAPH);
      for (const where of [undefined, WHERE]) {
        const whole = await exported(store, format, where);
        const key = `${format} ${where === undefined}`;
        expect(whole).toEqual(written.get(key) ?? whole);
        written.set(key, whole);
        for (const pages of [
          { ids: 1, rows: 1 },
          { ids: 3, rows: 2 },
          { ids: 4, rows: 4 },
        ])
          expect(await exported(store, format, where, { pages })).toEqual(whole);
      }
    });

    it("stops when it is told to", async () => {
      await loadRead(store, NASTY_GRAPH);
      await expect(exported(store, format, undefined, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    });
  });

  it("an id that an entity had once still selects its papers", async () => {
    await loadRead(store, readsOf({ p1: ["KG-RAG"] }));
    await loadRead(store, readsOf({ p2: ["KG-RAG = Knowledge Graph RAG"] }));
    const where = { entities: { all: ["entity:kg-rag"] } };
    const lines = (await exportedText(store, "jsonl", where)).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["p1", "p2"]);
  });
});
