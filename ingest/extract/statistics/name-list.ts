import type { Document } from "../document.js";
import { foldWord, NameHasher } from "../name-key.js";
import { buildHashTable, type HashTable } from "./hash-table.js";

/** What the name lists say of a name; a name may be several things. */
export const LISTED = { METHOD: 1, MODEL: 2, DATASET: 4, TASK: 8, ESTABLISHED: 16, GENERAL: 32 } as const;

const POSSESSIVE = /^['\u2019]s$/;

/** Longest name that is looked for, in tokens. */
export const LONGEST_NAME = 8;

export const nameKey = (name: string): [key: number, check: number] => {
  const hasher = new NameHasher().reset().add(foldWord(name));
  return [hasher.key, hasher.check];
};

/** A table of one byte a name: the flags of LISTED. */
export const buildNameList = (entries: Iterable<readonly [name: string, flags: number]>): HashTable => {
  const flagsOf = new Map<string, number>();
  for (const [name, flags] of entries) {
    const folded = foldWord(name);
    if (folded.length < 2) continue;
    flagsOf.set(folded, (flagsOf.get(folded) ?? 0) | flags);
  }
  const rows = new Map<number, [number, number, number[]]>();
  for (const [folded, flags] of flagsOf) {
    const [key, check] = nameKey(folded);
    const id = key * 65536 + check;
    rows.set(id, [key, check, [(rows.get(id)?.[2][0] ?? 0) | flags]]);
  }
  return buildHashTable(rows.values(), 1);
};

export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Longest names of a table in a document, from the left, not overlapping; tokens `from` to `to`, exclusive. Only names
 * whose first byte shares a bit with `wanted`, where that is given.
 */
export const findNames = (document: Document, table: HashTable, longest: number, wanted = 0): FoundName[] => {
  const found: FoundName[] = [];
  const rows = rowsOf(document, table);
  const reach = Math.min(longest, LONGEST_NAME);
  for (let i = 0; i < document.words.length; i++) {
    let best = 0;
    let bestRow = -1;
    for (let k = 0; k < reach; k++) {
      const row = rows[i * LONGEST_NAME + k]!;
      if (row < 0 || (wanted !== 0 && (table.byte(row, 0) & wanted) === 0)) continue;
      best = k + 1;
      bestRow = row;
    }
    if (best === 0) continue;
    found.push({ from: i, to: i + best, row: bestRow });
    i += best - 1;
  }
  return found;
};

const known = new WeakMap<Document, Map<HashTable, Int32Array>>();

/** The row of each stretch of tokens in a table, or -1: the one of k + 1 tokens from token i at `i * LONGEST_NAME + k`. */
const rowsOf = (document: Document, table: HashTable): Int32Array => {
  const ofDocument = known.get(document) ?? new Map<HashTable, Int32Array>();
  known.set(document, ofDocument);
  const before = ofDocument.get(table);
  if (before) return before;
  const { words, sentences, sentenceOf } = document;
  const rows = new Int32Array(words.length * LONGEST_NAME).fill(-1);
  const hasher = new NameHasher();
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.isWord) continue;
    const end = Math.min(sentences[sentenceOf[i]! + 1]!, i + LONGEST_NAME);
    hasher.reset();
    for (let j = i; j < end; j++) {
      const word = words[j]!;
      if (!word.isWord || POSSESSIVE.test(word.text)) {
        if (word.text !== "-") break;
        continue;
      }
      hasher.add(word.folded);
      rows[i * LONGEST_NAME + j - i] = table.find(hasher.key, hasher.check);
    }
  }
  ofDocument.set(table, rows);
  return rows;
};

export interface ListedName {
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

/** Longest names of the list in a document that have any of the `wanted` flags. */
export const findListedNames = (document: Document, list: HashTable, wanted: number): ListedName[] =>
  findNames(document, list, LONGEST_NAME, wanted).map(({ from, to, row }) => ({ from, to, flags: list.byte(row, 0) }));
