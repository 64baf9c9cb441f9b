import { createHash } from "node:crypto";
import type { Origin } from "../identify-record.js";
import { byCode } from "../link/evidence.js";
import { contentHash } from "../load/content-hash.js";
import type { Paper } from "../paper.js";
import { rankOf } from "./sources.js";

/** What one source says of a paper. */
export interface PaperRecord {
  readonly origin: Origin;
  readonly paper: Paper;
}

/** Changes when anything that the record says changes. */
export function recordHash({ origin, paper }: PaperRecord): string {
  const text = JSON.stringify([contentHash(paper), origin.otherIds]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

const marks = new WeakMap<PaperRecord, string>();

/** A record as its paper lists it: hash and key. */
export function markOf(record: PaperRecord): string {
  const mark = marks.get(record) ?? `${recordHash(record)} ${record.origin.key}`;
  marks.set(record, mark);
  return mark;
}
export const keyOfMark = (mark: string): string => mark.slice(mark.indexOf(" ") + 1);

/** The order in which records of one paper are believed; total, so that a merge does not depend on how they came. */
export const byTrust = (a: PaperRecord, b: PaperRecord): number =>
  rankOf(a.origin.source) - rankOf(b.origin.source) || byCode(a.origin.key, b.origin.key);
