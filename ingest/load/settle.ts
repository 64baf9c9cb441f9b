import { randomUUID } from "node:crypto";
import { statement } from "../../src/store/statements.js";
import type { Store, Write } from "../../src/store/store.js";
import { storedWords } from "../../src/text/search-words.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import type { Curations } from "../curate/curations.js";
import { readCurations } from "../curate/read-curations.js";
import { restoreUndone } from "../curate/restore.js";
import { Steering } from "../curate/steering.js";
import { withholdRejected } from "../curate/withhold.js";
import { acronymHomes, type Homes } from "../link/acronym-groups.js";
import { type Decision, decideEntity } from "../link/decide-entity.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { formOf, type LookUpName } from "../link/link-paper.js";
import { variantBases } from "../link/variants.js";
import { linkWrites, writesOf } from "./link-rows.js";
import { provisional } from "./load-batch.js";
import { applyMoves, eachReading, namesOfJoined, readEvidence } from "./settle-evidence.js";
import { planMoves } from "./settle-moves.js";
import { type NamesRow, withNamesakes } from "./settle-namesakes.js";
import { settleVariants } from "./settle-variants.js";

const LIST_UNSETTLED = statement("settle/list-unsettled");
const READ_FORMER = statement("settle/read-former");
const TOUCH_ENTITIES = statement("load/touch-entities");
const MERGE_NAMES = statement("load/merge-names");
const NAME_ENTITIES = statement("load/name-entities");
const DELETE_LINKS = statement("settle/delete-links");
const UNNAME_ENTITIES = statement("settle/unname-entities");
const FORGET_FORMER = statement("settle/forget-former");
const SET_FORMER = statement("settle/set-former");
const DELETE_ENTITIES = statement("settle/delete-entities");
const SET_BASE_KEYS = statement("settle/set-base-keys");
const MARK_VARIANTS = statement("settle/mark-variants");
const DELETE_ORPHAN_NAMES = statement("settle/delete-orphan-names");
const STAMP_NAMES = statement("suggest/stamp-names");
const SET_KIND = {
  METHOD: statement("settle/set-method"),
  MODEL: statement("settle/set-model"),
  DATASET: statement("settle/set-dataset"),
} as const satisfies Record<Kind, unknown>;
const CONFIRM_KIND = {
  METHOD: statement("settle/confirm-method"),
  MODEL: statement("settle/confirm-model"),
  DATASET: statement("settle/confirm-dataset"),
} as const satisfies Record<Kind, unknown>;

/** Entities taken up at a time; their namesakes come with them, and all are settled in one transaction. */
const ENTITIES_PER_BATCH = 1000;
/** Marked entities listed at a time: each listing sorts all that are marked. */
const ENTITIES_PER_LIST = 20_000;

export interface SettleOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch with the number of entities settled so far. */
  readonly onProgress?: ((settled: number) => void) | undefined;
}

/**
 * The pass after the batches: decides, over all papers, the kind, name and count of every entity that ingest touched, where
 * bare acronyms belong, and which entity is a variant of which. Answers the number of entities settled.
 *
 * What it decides is a function of what the papers read and of what curators decided, so it does not matter in which
 * order they came or how often.
 * Each batch is one transaction that also takes the marks away, so it can be stopped anywhere and taken up again.
 */
export async function settle(store: Store, lookUp: LookUpName, options: SettleOptions = {}): Promise<number> {
  let settled = 0;
  const curations = await readCurations(store);
  await restoreUndone(store, curations);
  await withholdRejected(store, curations);
  // While a batch is written the next one is read and decided: as a rule they have no name in common.
  let writing: { readonly ids: ReadonlySet<string>; readonly done: Promise<unknown> } | undefined;
  for (;;) {
    await writing?.done;
    const marked = await store.read<{ id: string }>(LIST_UNSETTLED, { limit: ENTITIES_PER_LIST });
    if (marked.length === 0) break;
    const due = new Set(marked.map(({ id }) => id));
    while (due.size > 0) {
      options.signal?.throwIfAborted();
      const ids = firstOf(due, ENTITIES_PER_BATCH);
      let plan = await planBatch(store, lookUp, curations, ids);
      if (plan.ids.some((id) => writing?.ids.has(id))) {
        await writing?.done;
        plan = await planBatch(store, lookUp, curations, ids);
      }
      for (const id of [...ids, ...plan.ids]) due.delete(id);
      await writing?.done;
      const done = store.write(plan.writes);
      // Awaited before the next write; a failure until then is heard of there.
      done.catch(() => {});
      writing = { ids: new Set(plan.ids), done };
      settled += plan.settled;
      options.onProgress?.(settled);
    }
  }
  await settleVariants(store, options.signal);
  if (settled > 0) await store.write([{ statement: STAMP_NAMES, params: { stamp: randomUUID() } }]);
  return settled;
}

function firstOf(ids: ReadonlySet<string>, count: number): string[] {
  const first: string[] = [];
  for (const id of ids) {
    if (first.length === count) break;
    first.push(id);
  }
  return first;
}

interface Plan {
  /** All entities that it decides, makes or takes away. */
  readonly ids: readonly string[];
  readonly settled: number;
  readonly writes: readonly Write[];
}

/** Decides these entities and their namesakes. */
async function planBatch(
  store: Store,
  lookUp: LookUpName,
  curations: Curations,
  marked: readonly string[],
): Promise<Plan> {
  // Most come without namesakes, so their papers can be asked for at the same time.
  const [members, own] = await Promise.all([
    withNamesakes(store, marked, lookUp, curations),
    readEvidence(store, marked),
  ]);
  const ids = members.map(({ id }) => id);
  const asked = new Set(marked);
  const evidence = [
    ...own,
    ...(await readEvidence(
      store,
      ids.filter((id) => !asked.has(id)),
    )),
  ];
  const readings = eachReading(evidence);
  const homes = acronymHomes(readings, lookUp);
  const steering = new Steering(curations, readings, homes);
  const moves = await planMoves(store, readings, homes, steering);
  const joined = namesOfJoined(evidence, moves);
  const decisions = decide(applyMoves(evidence, moves), lookUp, steering.homes)
    .map((each) => ({ ...each, keys: [...new Set([...each.keys, ...(joined.get(each.id) ?? [])])].sort(byCode) }))
    .map((each) => steering.shape(each));
  const alive = new Set(decisions.map(({ id }) => id));
  const existing = new Set(ids);
  const created = decisions.filter(({ id }) => !existing.has(id));
  const dead = ids.filter((id) => !alive.has(id));
  const former = dead.length > 0 ? await store.read<{ key: string; id: string }>(READ_FORMER, { ids: dead }) : [];
  const change = nameChanges(decisions, members, dead);
  const successors = formerIds(dead, former, steering, alive);
  const rows = new Map(members.map((row) => [row.id, row]));
  const bases = decisions.flatMap(({ id }) => {
    const has = new Set(rows.get(id)?.baseKeys);
    return variantBases(formOf(id)).flatMap(({ key }) => (has.has(key) ? [] : [{ id, key }]));
  });
  const writes = [
    ...writesOf(
      TOUCH_ENTITIES,
      "rows",
      created.map(({ id, name, kind }) => provisional(id, name, kind)),
    ),
    ...writesOf(
      DELETE_LINKS,
      "rows",
      // Those that are made as well: where the answer to a write was lost and it runs again, they are there already.
      [...moves.gone, ...moves.made].map(({ paper, entity }) => ({ paper, entity })),
    ),
    ...linkWrites(moves.made),
    ...writesOf(MERGE_NAMES, "keys", unique([...change.added, ...bases, ...successors].map(({ key }) => key))),
    ...writesOf(UNNAME_ENTITIES, "rows", change.removed),
    ...writesOf(NAME_ENTITIES, "rows", change.added),
    ...writesOf(FORGET_FORMER, "keys", unique(successors.map(({ key }) => key))),
    ...writesOf(SET_FORMER, "rows", successors),
    ...kindWrites(decisions, rows),
    ...writesOf(DELETE_ENTITIES, "ids", dead),
    ...writesOf(SET_BASE_KEYS, "rows", bases),
    ...writesOf(MARK_VARIANTS, "keys", unique([...change.moved, ...bases.map(({ key }) => key)])),
    // Former ids of what is gone without an heir among them.
    ...writesOf(DELETE_ORPHAN_NAMES, "keys", unique([...change.unused, ...former.map(({ key }) => key)])),
  ];
  return { ids: [...ids, ...created.map(({ id }) => id)], settled: members.length, writes };
}

/** Most entities are what their first paper said; of these only the count is written. */
function kindWrites(decisions: readonly Decision[], before: ReadonlyMap<string, NamesRow>): Write[] {
  const isAsBefore = ({ id, kind, name, aliases }: Decision): boolean => {
    const row = before.get(id);
    return row?.kind === kind && row.name === name && row.aliases?.join("\n") === aliases.join("\n");
  };
  return KINDS.flatMap((kind) => {
    const own = decisions.filter((decision) => decision.kind === kind);
    const changed = own.filter((decision) => !isAsBefore(decision));
    const confirmed = own.filter(isAsBefore).map(({ id }) => id);
    const toRow = ({ id, name, aliases }: Decision) => ({ id, name, aliases, words: storedWords(name, aliases) });
    return [...writesOf(SET_KIND[kind], "rows", changed.map(toRow)), ...writesOf(CONFIRM_KIND[kind], "ids", confirmed)];
  });
}

const unique = (keys: readonly string[]): string[] => [...new Set(keys)].sort(byCode);

/** One decision per entity that has papers, sorted by id. */
function decide(evidence: readonly Evidence[], lookUp: LookUpName, homes: Homes): Decision[] {
  const byEntity = new Map<string, Evidence[]>();
  for (const row of evidence) {
    const rows = byEntity.get(row.entity);
    if (rows) rows.push(row);
    else byEntity.set(row.entity, [row]);
  }
  return [...byEntity].sort(([a], [b]) => byCode(a, b)).map(([id, rows]) => decideEntity(id, rows, lookUp, homes));
}

/** Which names come to point to entities and which cease to; where variants may look for a base; which may be unused. */
function nameChanges(decisions: readonly Decision[], names: readonly NamesRow[], dead: readonly string[]) {
  const before = new Map(names.map((row) => [row.id, row]));
  const added: { key: string; id: string }[] = [];
  const removed: { key: string; id: string }[] = [];
  const fresh: string[] = [];
  for (const { id, kind, keys } of decisions) {
    const row = before.get(id);
    for (const key of keys) if (!row?.keys.includes(key)) added.push({ key, id });
    for (const key of row?.keys ?? []) if (!keys.includes(key)) removed.push({ key, id });
    // A new entity's names point to it since the batch, but no variant has been told.
    // Whether something is its variant, and it of something, may hang on the kind.
    if (!row?.paperCount || row.kind !== kind) fresh.push(...keys, ...(row?.baseKeys ?? []));
  }
  const rows = dead.flatMap((id) => before.get(id) ?? []);
  const lost = [...rows.flatMap(({ keys }) => keys), ...removed.map(({ key }) => key)];
  const unused = unique([...lost, ...rows.flatMap(({ baseKeys }) => baseKeys)]);
  return { added, removed, moved: unique([...fresh, ...lost, ...added.map(({ key }) => key)]), unused };
}

/** Ids that are no entity any more, and the ids that resolved to these, with the entity that took them over. */
function formerIds(
  dead: readonly string[],
  former: readonly { key: string; id: string }[],
  steering: Steering,
  alive: ReadonlySet<string>,
): { key: string; id: string }[] {
  const successor = (id: string): string | undefined => {
    const heir = steering.heirOf(id);
    return alive.has(heir) ? heir : undefined;
  };
  const gone = new Set(dead);
  const pairs = [
    ...dead.map((id) => ({ key: id, id: successor(id) })),
    ...former.filter(({ id }) => gone.has(id)).map(({ key, id }) => ({ key, id: successor(id) })),
  ];
  return pairs.flatMap(({ key, id }) => (id === undefined ? [] : [{ key, id }]));
}
