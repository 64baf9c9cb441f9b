import { statement } from "../../src/store/statements.js";
import type { Value, Write } from "../../src/store/store.js";
import { titleKey } from "../identity/keys.js";
import { markOf } from "../identity/paper-record.js";
import type { Identity } from "../identity/resolve.js";
import { contentOf, lookUpKeys, type StoredRecord } from "../identity/stored-papers.js";
import { byCode } from "../link/evidence.js";
import type { Paper } from "../paper.js";
import { writesOf } from "./link-rows.js";

const UNLINK_PAPERS = statement("load/unlink-papers");
const DELETE_PAPERS = statement("remove/delete-papers");
const RELEASE_WITHHELD = statement("curate/release-papers");
const RELEASE_PAPERS = statement("identity/release-papers");
const FORGET_RECORDS = statement("identity/forget-records");
const MOVE_REPORTED = statement("results/move-reported");
const MARK_PAPERS = statement("identity/mark-papers");
const SET_ALIASES = statement("identity/set-aliases");
const SET_RECORDS = statement("identity/set-records");

/** The writes that take papers out of the graph, with their mentions, also rejected ones, aliases and records. */
export const leavingWrites = (ids: readonly string[]): Write[] =>
  [UNLINK_PAPERS, RELEASE_WITHHELD, RELEASE_PAPERS, FORGET_RECORDS, DELETE_PAPERS].flatMap((each) =>
    writesOf(each, "ids", ids),
  );

/**
 * The writes that give the results of papers that are `gone` to those that they are part of now: the paper with a record
 * of theirs. To be run when these are written and before the others leave.
 */
export function inheritWrites(gone: readonly string[], batch: readonly Identified[]): Write[] {
  if (gone.length === 0) return [];
  const heirs = new Map<string, string>();
  for (const { paper, identity } of batch)
    for (const id of identity?.records.flatMap(lookUpKeys) ?? []) if (!heirs.has(id)) heirs.set(id, paper.id);
  // One after the other: the same result of two papers is one of their heir.
  return gone.flatMap((id) => {
    const heir = heirs.get(id);
    return heir === undefined ? [] : [{ statement: MOVE_REPORTED, params: { gone: id, heir } }];
  });
}

interface Identified {
  readonly paper: Paper;
  readonly need: string;
  readonly identity?: Identity | undefined;
}

/** The writes by which papers are found under all their ids and titles, and keep what each source says of them. */
export function identityWrites(batch: readonly Identified[]): Write[] {
  const papers = batch.flatMap(({ paper, need, identity }) => (identity ? [{ paper, need, identity }] : []));
  const before = papers.filter(({ need }) => need !== "new").map(({ paper }) => paper.id);
  // The others are written whole, with their marks.
  const marks = papers
    .filter(({ need }) => need === "records")
    .map(({ paper, identity }) => ({ id: paper.id, records: [...identity.marks], titleKey: titleKey(paper) }));
  return [
    ...writesOf(RELEASE_PAPERS, "ids", before),
    ...writesOf(FORGET_RECORDS, "ids", before),
    ...writesOf(MARK_PAPERS, "rows", sorted(marks)),
    ...writesOf(SET_ALIASES, "rows", sorted(papers.flatMap(aliasesOf))),
    ...writesOf(SET_RECORDS, "rows", sorted(papers.flatMap(recordsOf))),
  ];
}

/** In one order, so that concurrent writers lock in one order. */
const sorted = <T extends { readonly id: string }>(rows: readonly T[]): (T & Value)[] =>
  [...rows].sort((a, b) => byCode(a.id, b.id)) as (T & Value)[];

/** Every id and title of the records but those that the paper's own properties give. */
function aliasesOf({ paper, identity }: { readonly paper: Paper; readonly identity: Identity }) {
  const own = new Set([...lookUpKeys({ paper, origin: { source: "", key: "", otherIds: [] } })]);
  const ids = identity.records.flatMap(lookUpKeys).filter((id) => !own.has(id));
  return [...new Set(ids)].map((id) => ({ id, paper: paper.id }));
}

/** A paper of one record says all that the record does, so only papers of several keep them. */
function recordsOf({ paper, identity }: { readonly paper: Paper; readonly identity: Identity }) {
  if (identity.records.length < 2) return [];
  return identity.records.map((record) => {
    const mark = (record as Partial<StoredRecord>).mark ?? markOf(record);
    return { id: record.origin.key, paper: paper.id, content: contentOf(record, mark) };
  });
}
