import { searchWords } from "../../src/text/search-words.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { beginsAlmost, mayBeginAlmost } from "./one-typo.js";

/** A text as names are matched: its words in lower case without accents, and without what stands between them. */
export const typedForm = (text: string): string => searchWords(text).join("");

/** The matched form of a name, and where in it the words begin by which it is found. */
export function wordStarts(name: string): { readonly form: string; readonly starts: readonly number[] } {
  const words = searchWords(name);
  let place = 0;
  const starts = words.slice(0, WORDS).map((word) => {
    const start = place;
    place += word.length;
    return start;
  });
  return { form: words.join(""), starts };
}

/** Shorter texts have a typo's distance from too much. */
const TYPO_LETTERS = 4;
/** Letters by which names are found; a longer text is compared with all names that begin with these. */
const LETTERS = 3;
/** Words of a name that it is found by, the first ones. */
const WORDS = 8;

/** An entity of the index: its place says how much it is used, the most used one is 0. */
export interface Indexed {
  readonly id: string;
  readonly paperCount: number;
}

/**
 * The names of entities by the beginnings of their words. It is filled in the order of use, so that every list is in
 * that order and a search ends when its page is full. See docs/decisions.md for its size.
 */
export class NameIndex {
  readonly #ids: string[] = [];
  readonly #kinds: number[] = [];
  readonly #counts: number[] = [];
  /** The matched form of every name, the entity that bears it. */
  readonly #names: string[] = [];
  readonly #owners: number[] = [];
  /** By one, two and three letters: where a word begins so, as the name's number and the place in it. */
  readonly #starts = new Map<string, number[]>();

  get size(): number {
    return this.#ids.length;
  }

  add(id: string, kind: Kind, paperCount: number, names: readonly string[]): void {
    const owner = this.#ids.length;
    this.#ids.push(id);
    this.#kinds.push(KINDS.indexOf(kind));
    this.#counts.push(paperCount);
    const forms = new Map(names.map(wordStarts).map(({ form, starts }) => [form, starts]));
    for (const [form, starts] of forms) this.#addName(owner, form, starts);
  }

  at(owner: number): Indexed {
    return { id: this.#ids[owner] as string, paperCount: this.#counts[owner] as number };
  }

  /** The entities of these kinds a name of which, or a word in it, begins with the text; the most used ones first. */
  beginningWith(typed: string, kinds: readonly Kind[], most: number): number[] {
    if (typed === "") return [];
    const found = new Set<number>();
    const places = this.#starts.get(typed.slice(0, LETTERS)) ?? [];
    for (let i = 0; i < places.length && found.size < most; i += 2) {
      const name = places[i] as number;
      const owner = this.#owners[name] as number;
      if (!this.#isOf(owner, kinds)) continue;
      if ((this.#names[name] as string).startsWith(typed, places[i + 1] as number)) found.add(owner);
    }
    return [...found];
  }

  /** The same, but for one typo; nothing for texts of fewer than four letters. */
  beginningAlmostWith(typed: string, kinds: readonly Kind[], most: number): number[] {
    if ([...typed].length < TYPO_LETTERS) return [];
    const found = new Set<number>();
    for (const [letters, places] of this.#starts) {
      if (letters.length < LETTERS || !mayBeginAlmost(letters, typed)) continue;
      for (let i = 0; i < places.length; i += 2) {
        const name = places[i] as number;
        const owner = this.#owners[name] as number;
        if (beginsAlmost(this.#names[name] as string, places[i + 1] as number, typed) && this.#isOf(owner, kinds)) {
          found.add(owner);
        }
      }
    }
    return [...found].sort((a, b) => a - b).slice(0, most);
  }

  #isOf(owner: number, kinds: readonly Kind[]): boolean {
    return kinds.includes(KINDS[this.#kinds[owner] as number] as Kind);
  }

  #addName(owner: number, form: string, starts: readonly number[]): void {
    const number = this.#names.length;
    this.#names.push(form);
    this.#owners.push(owner);
    for (const start of starts) {
      for (let letters = 1; letters <= LETTERS && start + letters <= form.length; letters++) {
        const key = form.slice(start, start + letters);
        const places = this.#starts.get(key);
        if (places) places.push(number, start);
        else this.#starts.set(key, [number, start]);
      }
    }
  }
}
