import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import type { Curations } from "../curate/curations.js";
import { byCode } from "../link/evidence.js";
import { keyOf, type LookUpName } from "../link/link-paper.js";
import { ROWS_PER_STATEMENT } from "./link-rows.js";

const LIST_NAMESAKES = statement("settle/list-namesakes");
const READ_NAMES = statement("settle/read-names");

/** An entity as it stands, with the names that point to it. */
export interface NamesRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly paperCount: number;
  readonly keys: readonly string[];
  readonly baseKeys: readonly string[];
}

/**
 * The entities and all that are bound to them by a shared name, in the corpus or in the name list, or by a decision of a
 * curator, however far; by id, sorted. What is decided of these together cannot depend on any other entity.
 */
export async function withNamesakes(
  store: Store,
  ids: readonly string[],
  lookUp: LookUpName,
  curations: Curations,
): Promise<NamesRow[]> {
  const rows = new Map<string, NamesRow>();
  const asked = new Set<string>();
  for (let added = [...ids]; added.length > 0; ) {
    const keys: string[] = [];
    for (const row of await readParts<NamesRow>(store, "ids", added)) {
      rows.set(row.id, row);
      for (const key of namesOf(row, lookUp, curations)) {
        if (!asked.has(key)) keys.push(key);
        asked.add(key);
      }
    }
    const found = await readParts<{ id: string }>(store, "keys", keys);
    added = [...new Set(found.map(({ id }) => id))].filter((id) => !rows.has(id));
  }
  return [...rows.values()].sort((a, b) => byCode(a.id, b.id));
}

/** The names of an entity, those that the list has for it, and all that the list or a decision binds to each of them. */
function* namesOf({ id, keys }: NamesRow, lookUp: LookUpName, curations: Curations): Generator<string> {
  yield* lookUp(keyOf(id))?.keys ?? [];
  yield* curations.boundTo(keyOf(id));
  for (const key of keys) {
    yield key;
    yield* curations.boundTo(key);
    const listed = lookUp(key);
    // An ambiguous name: each of the things that it may be.
    for (const thing of listed?.all ?? (listed ? [listed] : [])) {
      yield normalForm(thing.name);
      yield* thing.keys ?? [];
    }
  }
}

async function readParts<T extends object>(
  store: Store,
  parameter: "ids" | "keys",
  all: readonly string[],
): Promise<T[]> {
  const list = parameter === "ids" ? READ_NAMES : LIST_NAMESAKES;
  const parts: Promise<T[]>[] = [];
  for (let i = 0; i < all.length; i += ROWS_PER_STATEMENT)
    parts.push(store.read<T>(list, { [parameter]: all.slice(i, i + ROWS_PER_STATEMENT) }));
  return (await Promise.all(parts)).flat();
}
