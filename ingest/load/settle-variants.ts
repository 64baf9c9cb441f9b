import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import type { Kind } from "../../src/vocabulary.js";
import { formOf, keyOf } from "../link/link-paper.js";
import { allows } from "../link/resolve-name.js";
import { type Base, variantBases } from "../link/variants.js";
import { writesOf } from "./link-rows.js";

const LIST_STALE_VARIANTS = statement("settle/list-stale-variants");
const CLEAR_BASE = statement("settle/clear-base");
const SET_BASE = statement("settle/set-base");

const ENTITIES_PER_BATCH = 500;

interface StaleRow {
  readonly id: string;
  readonly ownKind: Kind;
  /** Null, as the rest, where no name exists that could be its base. */
  readonly key: string | null;
  readonly base: string | null;
  readonly kind: Kind | null;
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
    const byId = new Map<string, StaleRow[]>();
    for (const row of rows) {
      const same = byId.get(row.id);
      if (same) same.push(row);
      else byId.set(row.id, [row]);
    }
    const edges: { id: string; base: string }[] = [];
    for (const [id, named] of byId) {
      const base = variantBases(formOf(id))
        .map((base) => baseOf(id, base, named))
        .find((found) => found !== undefined);
      if (base !== undefined) edges.push({ id, base });
    }
    await store.write([...writesOf(CLEAR_BASE, "ids", [...byId.keys()]), ...writesOf(SET_BASE, "rows", edges)]);
  }
}

function baseOf(id: string, { key, kinds }: Base, named: readonly StaleRow[]): string | undefined {
  const bearers = named.filter((row) => row.key === key && row.base !== id && allows(kinds, row.kind ?? undefined));
  const own = bearers.find(({ base }) => base !== null && keyOf(base) === key);
  if (own) return own.base as string;
  // An acronym names many things: the dataset PST900 is no variant of a method that is called PST for short.
  const [only] = bearers.length === 1 ? bearers : [];
  return only && (only.ownKind === "DATASET") === (only.kind === "DATASET") ? (only.base ?? undefined) : undefined;
}
