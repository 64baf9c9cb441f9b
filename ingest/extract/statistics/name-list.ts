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
  const { keys, checks, lengths } = namesOf(document);
  for (let i = 0; i < lengths.length; i++) {
    const end = Math.min(lengths[i]!, longest);
    let best = 0;
    let bestRow = -1;
    for (let k = 0; k < end; k++) {
      if (checks[i * LONGEST_NAME + k] === NO_NAME) continue;
      const row = table.find(keys[i * LONGEST_NAME + k]!, checks[i * LONGEST_NAME + k]!);
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

/** Keys of all stretches of a document that may be names: the one of k + 1 tokens from token i at `i * LONGEST_NAME + k`. */
interface NamesOfDocument {
  readonly keys: Uint32Array;
  /** NO_NAME where the last token is a hyphen. */
  readonly checks: Int32Array;
  /** How many tokens a name from token i may have. */
  readonly lengths: Uint8Array;
}

const NO_NAME = -1;
const known = new WeakMap<Document, NamesOfDocument>();

const namesOf = (document: Document): NamesOfDocument => {
  const before = known.get(document);
  if (before) return before;
  const { words, sentences, sentenceOf } = document;
  const keys = new Uint32Array(words.length * LONGEST_NAME);
  const checks = new Int32Array(words.length * LONGEST_NAME).fill(NO_NAME);
  const lengths = new Uint8Array(words.length);
  const hasher = new NameHasher();
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.isWord) continue;
    const end = Math.min(sentences[sentenceOf[i]! + 1]!, i + LONGEST_NAME);
    hasher.reset();
    let j = i;
    for (; j < end; j++) {
      const word = words[j]!;
      if (!word.isWord || POSSESSIVE.test(word.text)) {
        if (word.text !== "-") break;
        continue;
      }
      hasher.add(word.folded);
      keys[i * LONGEST_NAME + j - i] = hasher.key;
      checks[i * LONGEST_NAME + j - i] = hasher.check;
    }
    lengths[i] = j - i;
  }
  const names = { keys, checks, lengths };
  known.set(document, names);
  return names;
};

export interface ListedName {
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

/** Longest names of the list in a document that have any of the `wanted` flags. */
export const findListedNames = (document: Document, list: HashTable, wanted: number): ListedName[] =>
  findNames(document, list, LONGEST_NAME, wanted).map(({ from, to, row }) => ({ from, to, flags: list.byte(row, 0) }));
