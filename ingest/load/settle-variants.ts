import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { entityId, keyOf } from "../link/link-paper.js";
import { variantBases } from "../link/variants.js";
import { writesOf } from "./link-rows.js";

const LIST_STALE_VARIANTS = statement("settle/list-stale-variants");
const CLEAR_BASE = statement("settle/clear-base");
const SET_BASE = statement("settle/set-base");

const ENTITIES_PER_BATCH = 500;

interface StaleRow {
  readonly id: string;
  /** Null where no name exists that could be its base. */
  readonly key: string | null;
  readonly bases: readonly string[];
}

/**
 * Lets each marked entity point to its base: of the names that it could be a variant of, the nearest that names an entity
 * in the corpus. An ambiguous name counts only where an entity has it as its own.
 */
export async function settleVariants(store: Store, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const rows = await store.read<StaleRow>(LIST_STALE_VARIANTS, { limit: ENTITIES_PER_BATCH });
    if (rows.length === 0) return;
    const named = new Map<string, Map<string, readonly string[]>>();
    for (const { id, key, bases } of rows) {
      const keys = named.get(id) ?? new Map<string, readonly string[]>();
      if (key !== null) keys.set(key, bases);
      named.set(id, keys);
    }
    const edges: { id: string; base: string }[] = [];
    for (const [id, keys] of named) {
      const base = variantBases(keyOf(id))
        .map((key) => baseOf(id, key, keys.get(key) ?? []))
        .find((found) => found !== undefined);
      if (base !== undefined) edges.push({ id, base });
    }
    await store.write([...writesOf(CLEAR_BASE, "ids", [...named.keys()]), ...writesOf(SET_BASE, "rows", edges)]);
  }
}

function baseOf(id: string, key: string, named: readonly string[]): string | undefined {
  const others = named.filter((base) => base !== id);
  if (others.includes(entityId(key))) return entityId(key);
  return others.length === 1 ? others[0] : undefined;
}
