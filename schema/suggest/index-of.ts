import { setImmediate } from "node:timers/promises";
import { LIMITS } from "../../src/limits.js";
import { statement } from "../../src/store/statements.js";
import { untilAborted } from "../../src/store/stopped.js";
import type { Store } from "../../src/store/store.js";
import type { Kind } from "../../src/vocabulary.js";
import { NameIndex } from "./name-index.js";

const GET_STAMP = statement("suggest/get-stamp");
const LIST_NAMES = statement("suggest/list-names");

/** Entities of one statement: each statement sorts all of them, but a page of all would hold other requests up. */
const PER_PAGE = 50_000;
/** Entities that are added at a time; other requests get their turn in between. */
const PER_TURN = 2_000;

interface Built {
  readonly stamp: string | undefined;
  readonly index: Promise<NameIndex>;
}

/** One index a store, as long as the store is used. */
const built = new WeakMap<Store, Built>();

/**
 * The index of the names in a store: read once and kept until the names change. Requests that come meanwhile wait for the
 * same reading; it belongs to none of them, so one that is stopped does not stop it.
 */
export async function indexOf(store: Store, signal: AbortSignal | undefined): Promise<NameIndex> {
  const [row] = await store.read<{ stamp: string }>(GET_STAMP, {}, signal ? { signal } : {});
  const known = built.get(store);
  if (known && known.stamp === row?.stamp) return untilAborted(known.index, LIST_NAMES.name, signal, () => {});
  const index = readIndex(store);
  built.set(store, { stamp: row?.stamp, index });
  // What could not be read is read again by the next request.
  index.catch(() => built.delete(store));
  return untilAborted(index, LIST_NAMES.name, signal, () => {});
}

interface Columns {
  readonly ids: readonly string[];
  readonly kinds: readonly Kind[];
  readonly counts: readonly number[];
  readonly names: readonly (readonly string[])[];
}

async function readIndex(store: Store): Promise<NameIndex> {
  const index = new NameIndex();
  for (let skip = 0; skip < LIMITS.suggestEntities; skip += PER_PAGE) {
    const limit = Math.min(PER_PAGE, LIMITS.suggestEntities - skip);
    const [page] = await store.read<Columns>(LIST_NAMES, { skip, limit });
    if (!page) break;
    const { ids, kinds, counts, names } = page;
    for (const [i, id] of ids.entries()) {
      index.add(id, kinds[i] as Kind, counts[i] as number, names[i] as readonly string[]);
      if (i % PER_TURN === PER_TURN - 1) await setImmediate();
    }
    if (ids.length < limit) break;
  }
  return index;
}
