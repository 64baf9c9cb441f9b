import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { identify } from "../identify.js";
import { originOf } from "../identify-record.js";
import { findAliased, lookUpKeys } from "../identity/stored-papers.js";
import type { RawRecord } from "../read/reader.js";
import type { PaperRef } from "./result.js";
import type { Titles } from "./titles.js";

const GET_HASHES = statement("load/get-hashes");

const PWC_PAGE = /paperswithcode\.com\/paper\/([^/?#]+)/;
const IDS_PER_READ = 1000;

/** One text for all references to one paper, for looking each up once. */
export const refKey = ({ id, url, title }: PaperRef): string => JSON.stringify([id, url, title]);

/**
 * The ids of the papers of the graph that are meant, by `refKey`: by arXiv id, DOI or the id of a site that is known; else
 * by the whole title where exactly one paper of the graph has it, and no other year.
 */
export async function findReported(
  store: Store,
  titles: Titles,
  refs: readonly PaperRef[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const keys = new Map(refs.map((ref) => [refKey(ref), { ref, keys: keysOf(ref) }]));
  const papers = await findKeys(store, [...new Set([...keys.values()].flatMap(({ keys }) => keys))]);
  for (const [key, { ref, keys: own }] of keys) {
    const id =
      own.map((one) => papers.get(one)).find((one) => one !== undefined) ?? (await titles.find(ref.title, ref.date));
    if (id !== undefined) found.set(key, id);
  }
  return found;
}

/** Under which ids the graph may know the paper. */
function keysOf({ id, url, title }: PaperRef): string[] {
  const slug = PWC_PAGE.exec(url)?.[1] ?? PWC_PAGE.exec(id)?.[1];
  const raw: RawRecord = { title: title || "untitled", id: slug === undefined ? id : `pwc:${slug}`, url };
  const paper = identify(raw);
  const known = "code" in paper ? [] : lookUpKeys({ paper, origin: originOf(raw, paper, "results") });
  // An id of the graph is taken as it is. A hash of a title without a year is of no paper.
  return [...(id === "" ? [] : [id]), ...known.filter((key) => key !== id && !key.startsWith("hash:"))];
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
