import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { foldLetters } from "../../src/text/fold-markup.js";
import { identify } from "../identify.js";
import { originOf } from "../identify-record.js";
import { findAliased, lookUpKeys } from "../identity/stored-papers.js";
import type { RawRecord } from "../read/reader.js";
import type { PaperRef } from "./result.js";

const GET_HASHES = statement("load/get-hashes");
const GET_PAPERS = statement("paper/get-by-ids");

const PWC_PAGE = /paperswithcode\.com\/paper\/([^/?#]+)/;
/** Titles that are looked up; shorter ones say too little without an author. */
const MIN_LETTERS = 12;
const TITLE_HITS = 20;
const IDS_PER_READ = 1000;

/** One text for all references to one paper, for looking each up once. */
export const refKey = ({ id, url, title }: PaperRef): string => JSON.stringify([id, url, title]);

/**
 * The ids of the papers of the graph that are meant, by `refKey`: by arXiv id, DOI or the id of a site that is known; else
 * by the whole title where exactly one paper of the graph has it, and no other year.
 */
export async function findReported(store: Store, refs: readonly PaperRef[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const keys = new Map(refs.map((ref) => [refKey(ref), { ref, keys: keysOf(ref) }]));
  const papers = await findKeys(store, [...new Set([...keys.values()].flatMap(({ keys }) => keys))]);
  for (const [key, { ref, keys: own }] of keys) {
    const id = own.map((one) => papers.get(one)).find((one) => one !== undefined) ?? (await byTitle(store, ref));
    if (id !== undefined) found.set(key, id);
  }
  return found;
}

/** Under which ids the graph may know the paper. */
function keysOf({ id, url, title }: PaperRef): string[] {
  const slug = PWC_PAGE.exec(url)?.[1] ?? PWC_PAGE.exec(id)?.[1];
  const raw: RawRecord = { title: title || "untitled", id: slug === undefined ? id : `pwc:${slug}`, url };
  const paper = identify(raw);
  if ("code" in paper) return [];
  // A hash of a title without a year is of no paper.
  return lookUpKeys({ paper, origin: originOf(raw, paper, "results") }).filter(
    (key) => !key.startsWith("hash:") || key === id,
  );
}

/** The paper of each key that one has. */
async function findKeys(store: Store, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await findAliased(store, keys);
  for (let from = 0; from < keys.length; from += IDS_PER_READ) {
    const ids = keys.slice(from, from + IDS_PER_READ);
    for (const { id } of await store.read<{ id: string }>(GET_HASHES, { ids })) found.set(id, id);
  }
  return found;
}

const folded = (title: string): string => foldLetters(title).replace(/[^\p{L}\p{N}]+/gu, "");

async function byTitle(store: Store, { title, date }: PaperRef): Promise<string | undefined> {
  const wanted = folded(title);
  if (wanted.length < MIN_LETTERS) return undefined;
  const hits = await store.searchText("papers", title, TITLE_HITS);
  if (hits.length === 0) return undefined;
  const rows = await store.read<{ id: string; title: string; year: number | null }>(GET_PAPERS, {
    ids: hits.map(({ id }) => id),
    abstract: false,
  });
  const year = Number(/^\d{4}/.exec(date)?.[0] ?? Number.NaN);
  const same = rows.filter((row) => folded(row.title) === wanted);
  const [only] = same;
  const isOther = only?.year != null && Math.abs(only.year - year) > 1;
  return same.length === 1 && only && !isOther ? only.id : undefined;
}
