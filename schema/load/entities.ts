import { type EntityFilter, entityIds, type PaperFilter, renameEntities } from "../../src/store/filter/filter.js";
import { type Context, query } from "../context.js";
import type { Entity } from "../entity.type.js";
import { groupBy, idsOf, type Keyed } from "./batches.js";
import { type EntityRow, entityOf } from "./entity-row.js";

type AskedRow = EntityRow & { readonly asked: string };

/** The entity with this id, or the one that took the id over; null when there never was one. */
export async function loadEntity(context: Context, id: string): Promise<Entity | null> {
  const load = (name: string) => context.batches.load(name, null, { id }, (keys) => fetchAsked(context, name, keys));
  return (await load("entity/get-by-ids")) ?? (await load("entity/get-by-former-ids")) ?? null;
}

/** The first entity of each id asked for. */
async function fetchAsked(context: Context, name: string, keys: readonly Keyed[]): Promise<Map<string, Entity>> {
  const groups = groupBy(await context.read<AskedRow>(query(name, { ids: idsOf(keys) })), ({ asked }) => asked);
  return new Map([...groups].map(([asked, rows]) => [asked, entityOf(rows[0] as AskedRow)]));
}

/** Of these ids, those that entities had once, with the id that each has now. */
export async function movedIds(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const name = "entity/get-by-former-ids";
  const found = await Promise.all(
    ids.map((id) => context.batches.load(name, null, { id }, (keys) => fetchAsked(context, name, keys))),
  );
  return new Map(ids.flatMap((id, i) => (found[i] ? [[id, found[i].id] as const] : [])));
}

/**
 * What `run` answers for the filter. Ids that entities had once keep their meaning: the filter is run as it is while
 * these are looked up, and run again with the ids of now in the rare case that it names one.
 */
export async function withCurrentIds<T>(
  context: Context,
  filter: PaperFilter,
  run: (filter: PaperFilter) => Promise<T>,
): Promise<T> {
  const ids = entityIds(filter);
  if (ids.length === 0) return run(filter);
  const [answer, moved] = await Promise.all([run(filter), movedIds(context, ids)]);
  return moved.size === 0 ? answer : run(renameEntities(filter, (id) => moved.get(id) ?? id));
}

/** `withCurrentIds` for a filter of entities: for its own ids as well as those in its papers. */
export async function withCurrentEntities<T>(
  context: Context,
  filter: EntityFilter,
  run: (filter: EntityFilter) => Promise<T>,
): Promise<T> {
  const ids = filter.ids ?? [];
  const papers = filter.papers;
  const within = (its: EntityFilter): Promise<T> =>
    papers ? withCurrentIds(context, papers, (part) => run({ ...its, papers: part })) : run(its);
  if (ids.length === 0) return within(filter);
  const [answer, moved] = await Promise.all([within(filter), movedIds(context, ids)]);
  return moved.size === 0 ? answer : within({ ...filter, ids: ids.map((id) => moved.get(id) ?? id) });
}
