/**
 * Names are compared by their letters and digits alone, case folded and a plural s dropped: "In-Context Learning" and
 * "in context learnings" are one. The key of several tokens is the key of their texts run together, so it can be
 * hashed token by token.
 */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "");
};

export const foldName = (name: string): string => {
  const key = foldWord(name);
  return key.length > 3 && key.endsWith("s") ? key.slice(0, -1) : key;
};

/** Hashes a key while its parts come in; `key` and `check` are of all parts so far, without the plural s. */
export class NameHasher {
  #a = 0;
  #b = 0;
  #beforeLastA = 0;
  #beforeLastB = 0;
  #length = 0;
  #lastIsS = false;

  reset(): this {
    this.#a = 0x811c9dc5 | 0;
    this.#b = 0x2545f491;
    this.#length = 0;
    this.#lastIsS = false;
    return this;
  }

  /** `folded` is what foldWord gave. */
  add(folded: string): this {
    for (let i = 0; i < folded.length; i++) {
      this.#beforeLastA = this.#a;
      this.#beforeLastB = this.#b;
      const code = folded.charCodeAt(i);
      this.#a = Math.imul(this.#a ^ code, 0x01000193);
      this.#b = Math.imul(this.#b + code, 0x5bd1e995) ^ (this.#b >>> 13);
    }
    if (folded.length > 0) {
      this.#length += folded.length;
      this.#lastIsS = folded.charCodeAt(folded.length - 1) === 0x73;
    }
    return this;
  }

  get length(): number {
    return this.#length;
  }

  get key(): number {
    return spread(this.#length > 3 && this.#lastIsS ? this.#beforeLastA : this.#a);
  }

  get check(): number {
    return spread(this.#length > 3 && this.#lastIsS ? this.#beforeLastB : this.#b) & 0xffff;
  }
}

const spread = (hash: number): number => {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};
