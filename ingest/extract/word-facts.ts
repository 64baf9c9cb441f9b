import { cuesOf } from "./cue-words.js";
import { hashText } from "./hash.js";
import { foldWord } from "./name-key.js";
import type { HashTable } from "./statistics/hash-table.js";

/** What can be said of a word without its context. */
export interface WordFacts {
  readonly text: string;
  readonly lower: string;
  /** Letters and digits of it, case folded: its part of a name's key. */
  readonly folded: string;
  readonly hash: number;
  readonly lowerHash: number;
  /** Its shape: Xx for capital and small letters, 0 for digits, runs shortened. */
  readonly shape: string;
  readonly shapeHash: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** First and last part of a word with hyphens; of one without, 0. */
  readonly firstPart: number;
  readonly lastPart: number;
  /** How many capitals. */
  readonly capitals: number;
  readonly isCapitalised: boolean;
  /** A capital that is not at the beginning, or letters with digits: hardly an ordinary word. */
  readonly isNameLike: boolean;
  readonly isWord: boolean;
  /** What it hints at as a neighbour of a name: bits of CUE. */
  readonly cues: number;
  /** How many abstracts of the corpus have it: logarithm to base 2, 0 for none. */
  readonly frequency: number;
  /** Clusters at three sizes; 0 where the word is in none. */
  readonly clusters: readonly [number, number, number];
}

/** Columns of the word table: logarithm of the number of abstracts, and the clusters (the last in two bytes). */
export const WORD_TABLE_WIDTH = 5;

export const wordKey = (lower: string): [key: number, check: number] => [hashText(lower), hashText(lower, 77) & 0xffff];

const CACHE = 60_000;

/** Facts of words, remembered: most words of a corpus come again and again. */
export class WordBook {
  readonly #known = new Map<string, WordFacts>();
  constructor(readonly table: HashTable | undefined) {}

  facts(text: string): WordFacts {
    let facts = this.#known.get(text);
    if (!facts) {
      facts = this.#look(text);
      if (this.#known.size >= CACHE) this.#known.clear();
      this.#known.set(text, facts);
    }
    return facts;
  }

  #look(text: string): WordFacts {
    // A word is never longer in earnest; what is gets the facts of its beginning.
    const word = text.length > 64 ? text.slice(0, 64) : text;
    const lower = word.toLowerCase();
    const parts = lower.split(/[-\u2010\u2011\u2013/]/);
    const shape = shapeOf(word);
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
    const row = this.table ? this.table.find(...wordKey(lower)) : -1;
    const column = (c: number): number => (row < 0 ? 0 : this.table!.byte(row, c));
    return {
      text,
      lower,
      folded: foldWord(text),
      hash: hashText(word),
      lowerHash: hashText(lower),
      shape,
      shapeHash: hashText(shape),
      prefix3: hashText(lower.slice(0, 3)),
      prefix4: hashText(lower.slice(0, 4)),
      suffix2: hashText(lower.slice(-2)),
      suffix3: hashText(lower.slice(-3)),
      suffix4: hashText(lower.slice(-4)),
      firstPart: parts.length > 1 ? hashText(parts[0]!) : 0,
      lastPart: parts.length > 1 ? hashText(parts.at(-1)!) : 0,
      capitals,
      isCapitalised: /^\p{Lu}/u.test(word),
      isNameLike: /.\p{Lu}/u.test(word) || (/\p{L}/u.test(word) && /\p{N}/u.test(word)),
      isWord: /[\p{L}\p{N}]/u.test(word),
      cues: cuesOf(lower),
      frequency: column(0),
      clusters: [column(1), column(2), column(3) + 256 * column(4)],
    };
  }
}

export const shapeOf = (word: string): string =>
  word
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Ll}/gu, "x")
    .replace(/\p{N}/gu, "0")
    .replace(/(.)\1+/gu, "$1$1");
