import { foldName, foldWord } from "../../extract/name-key.js";
import type { Token } from "../../extract/tokens.js";

/** Tokens `from` to `to`, exclusive, spell a phrase of the table. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** No phrase of more words is looked for. */
const LONGEST = 12;
/** Words of running text come again and again; what they fold to is remembered, up to so many. */
const REMEMBERED = 50_000;

/**
 * Phrases, whatever their case and hyphens ("In-Context Learning" is in "in context learnings"), found from token to
 * token: BERT is not found inside of RoBERTa or VL-BERT.
 */
export class PhraseTable<T> {
  readonly #values = new Map<string, T>();
  readonly #beginnings = new Set<string>();
  readonly #folded = new Map<string, string>();

  get(phrase: string): T | undefined {
    return this.#values.get(foldName(phrase));
  }

  set(phrase: string, value: T): void {
    const key = foldName(phrase);
    if (key === "") return;
    this.#values.set(key, value);
    let beginning = "";
    for (const word of phrase.split(/[\s\-\u2010-\u2015_/+().]+/)) {
      if (beginning !== "") this.#beginnings.add(beginning);
      beginning += foldWord(word);
    }
  }

  values(): Iterable<T> {
    return this.#values.values();
  }

  /** From each token on the longest phrase for which `accepts` says yes; finds do not overlap. Linear. */
  find(words: readonly Token[], accepts: (value: T, from: number, to: number) => boolean): Found<T>[] {
    const found: Found<T>[] = [];
    const folded = words.map(({ text }) => this.#fold(text));
    for (let from = 0; from < words.length; from++) {
      if (folded[from] === "") continue;
      let best: Found<T> | undefined;
      let key = "";
      let depth = 0;
      for (let to = from; to < words.length && to - from < LONGEST; to++) {
        const word = folded[to]!;
        const written = words[to]!.text;
        if (word === "" && !INSIDE.test(written)) break;
        depth += written === "(" ? 1 : written === ")" ? -1 : 0;
        if (depth < 0) break;
        key += word;
        const ends = depth === 0 && (word !== "" || written === ")") && !POSSESSIVE.test(written);
        const value = ends ? this.#at(key) : undefined;
        if (value !== undefined && accepts(value, from, to + 1)) best = { from, to: to + 1, value };
        if (!this.#beginnings.has(key)) break;
      }
      if (!best) continue;
      found.push(best);
      from = best.to - 1;
    }
    return found;
  }

  #at(key: string): T | undefined {
    return this.#values.get(key.length > 3 && key.endsWith("s") ? key.slice(0, -1) : key);
  }

  #fold(word: string): string {
    let folded = this.#folded.get(word);
    if (folded === undefined) {
      folded = foldWord(word);
      if (this.#folded.size >= REMEMBERED) this.#folded.clear();
      this.#folded.set(word, folded);
    }
    return folded;
  }
}

/** Tokens without letters that may stand inside of a phrase. */
const INSIDE = /^[-\u2010-\u2015+(){}.&]$/;
const POSSESSIVE = /^['\u2019]s$/;
