import { byCode } from "../link/evidence.js";
import type { Papers } from "../load/first-load.js";
import type { Paper } from "../paper.js";
import { groupRecords } from "./group.js";
import { mergeRecords } from "./merge.js";
import { markOf, type PaperRecord } from "./paper-record.js";
import { findPapers, getPapers, lookUpKeys, type StoredPaper, type StoredRecord } from "./stored-papers.js";

/** Who a paper is: the records that it is made from, with the marks by which it lists them, sorted. */
export interface Identity {
  readonly marks: readonly string[];
  readonly records: readonly PaperRecord[];
}

export interface Resolved {
  /** The papers that the records tell of, as all sources together say them. */
  readonly papers: readonly { readonly paper: Paper; readonly identity: Identity }[];
  /** Papers of the store that are part of another one now. */
  readonly gone: readonly string[];
  /** Keys and ids that this rests on: what is written under one of them changes it. */
  readonly touched: ReadonlySet<string>;
}

/** Rounds of finding what is the same as what was found; a chain of so many papers is none in practice. */
const MAX_ROUNDS = 20;

/**
 * The papers that these records, their keys distinct, tell of. A record that came before takes the place of what it said
 * then; the papers that it touches are put together anew from all their records, so that the graph is a function of the
 * set of records, whatever the order in which they come.
 */
export async function resolveRecords(store: Papers, records: readonly PaperRecord[]): Promise<Resolved> {
  const found = await findPapers(store, keysOf(records));
  const holders = new Map([...found.values()].flatMap(({ id, records }) => (records ?? []).map((mark) => [mark, id])));
  const known = records.filter((record) => holders.has(markOf(record)));
  const fresh = records.filter((record) => !holders.has(markOf(record)));
  const stored = await closure(store, fresh, known.length === 0 ? [...found.keys()] : undefined);
  const inside = known.filter((record) => stored.has(holders.get(markOf(record))!));
  const all = mergeAll([...fresh, ...inside], stored);
  const held = await knownPapers(store, known, holders, stored);
  const touched = new Set([
    ...keysOf(records),
    ...found.keys(),
    ...stored.keys(),
    ...keysOf([...stored.values()].flatMap(({ records }) => records)),
  ]);
  const ids = new Set(all.map(({ paper }) => paper.id));
  const gone = [...stored.keys()].filter((id) => !ids.has(id)).sort(byCode);
  const merged = all.filter(({ isSame }) => !isSame).map(({ paper, identity }) => ({ paper, identity }));
  return { papers: [...merged, ...held], gone, touched };
}

/** Under which keys these records may be found. */
export const keysOf = (records: readonly PaperRecord[]): string[] => [...new Set(records.flatMap(lookUpKeys))];

/** The stored papers that the records may be one with, and those that these may be one with, and so on. */
async function closure(
  store: Papers,
  records: readonly PaperRecord[],
  first: readonly string[] | undefined,
): Promise<Map<string, StoredPaper>> {
  const stored = new Map<string, StoredPaper>();
  const asked = new Set(keysOf(records));
  let ids = first ?? (asked.size === 0 ? [] : [...(await findPapers(store, [...asked])).keys()]);
  for (let round = 0; ids.length > 0 && round < MAX_ROUNDS; round++) {
    const papers = await getPapers(store, ids);
    for (const paper of papers) stored.set(paper.paper.id, paper);
    const keys = keysOf(papers.flatMap(({ records }) => records)).filter((key) => !asked.has(key));
    for (const key of keys) asked.add(key);
    ids = [...(await findPapers(store, keys)).keys()].filter((id) => !stored.has(id));
  }
  return stored;
}

/** The papers of the records that came and of those that they touch; `isSame` where nothing changes one. */
function mergeAll(came: readonly PaperRecord[], stored: ReadonlyMap<string, StoredPaper>) {
  const keys = new Set(came.map(({ origin }) => origin.key));
  const ids = new Set(came.map(({ paper }) => paper.id));
  const isNew = new Set<PaperRecord>(came);
  const homes = new Map<PaperRecord, StoredPaper>();
  for (const paper of stored.values()) {
    for (const record of paper.records) {
      // A paper that was made before records were kept is what the record of that id now says.
      const replaced = keys.has(record.origin.key) || (isUnknown(record) && ids.has(record.paper.id));
      if (!replaced) homes.set(record, paper);
    }
  }
  return groupRecords([...came, ...homes.keys()]).map((group) => {
    const marks = group.map(markIn).sort(byCode);
    const merged = mergeRecords(group);
    const before = stored.get(merged.id);
    const homesOfGroup = group.map((record) => homes.get(record)?.paper);
    const collections = [merged, before?.paper, ...homesOfGroup].flatMap((paper) => paper?.collections ?? []);
    const all = [...new Set(collections)].sort(byCode);
    // As it came where nothing was added: its hash and keys are known then.
    const paper = all.length === merged.collections.length ? merged : { ...merged, collections: all };
    const isSame = before !== undefined && !group.some((record) => isNew.has(record)) && sameMarks(before, marks);
    return { paper, identity: { marks, records: group }, isSame };
  });
}

const isUnknown = (record: StoredRecord): boolean => record.origin.source === "unknown";
const markIn = (record: PaperRecord): string => (record as Partial<StoredRecord>).mark ?? markOf(record);
const sameMarks = (before: StoredPaper, marks: readonly string[]): boolean =>
  before.records
    .map(({ mark }) => mark)
    .sort(byCode)
    .join("\n") === marks.join("\n");

/** The papers of records that say what they said before. A paper of several is as the store has it. */
async function knownPapers(
  store: Papers,
  known: readonly PaperRecord[],
  holders: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, StoredPaper>,
) {
  const own = new Map(known.map((record) => [holders.get(markOf(record))!, record]));
  for (const id of stored.keys()) own.delete(id);
  const several = [...own].filter(([id, { paper }]) => id !== paper.id).map(([id]) => id);
  const marks = new Map<string, string[]>();
  for (const [mark, id] of holders) marks.set(id, [...(marks.get(id) ?? []), mark]);
  const shared = [...own.keys()].filter((id) => (marks.get(id)?.length ?? 0) > 1);
  const papers = await getPapers(store, [...new Set([...several, ...shared])]);
  const byId = new Map(papers.map((each) => [each.paper.id, each]));
  return [...own].map(([id, record]) => {
    const whole = byId.get(id);
    const collections = [...new Set([...(whole?.paper.collections ?? []), ...record.paper.collections])].sort(byCode);
    const paper = whole ? { ...whole.paper, collections } : record.paper;
    return { paper, identity: { marks: (marks.get(id) ?? []).sort(byCode), records: whole?.records ?? [record] } };
  });
}
