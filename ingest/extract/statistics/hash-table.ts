/**
 * A read-only map from 48-bit hashes to rows of bytes. Names and words are kept by hash alone: small, and quick to look
 * up while a text is scanned. With 16 bits of check beside 32 of address a false hit is one in 10^8 look-ups.
 */
export class HashTable {
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** A bit for keys that may be there: most look-ups miss, and this stays in the processor's cache. */
  readonly #maybe: Uint32Array;
  readonly #maybeMask: number;

  constructor(
    readonly keys: Uint32Array,
    readonly checks: Uint16Array,
    /** Row i: `bytes[i * width] ... bytes[i * width + width - 1]`. */
    readonly bytes: Uint8Array,
    readonly width: number,
  ) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    this.#maybeMask = size * 4 - 1;
    this.#maybe = new Uint32Array(size / 8);
    for (let i = 0; i < keys.length; i++) {
      const bit = keys[i]! & this.#maybeMask;
      this.#maybe[bit >>> 5]! |= 1 << (bit & 31);
      let at = keys[i]! & this.#mask;
      while (this.#slots[at]! >= 0) at = (at + 1) & this.#mask;
      this.#slots[at] = i;
    }
  }

  get size(): number {
    return this.keys.length;
  }

  /** The row of a key, or -1. */
  find(key: number, check: number): number {
    const bit = key & this.#maybeMask;
    if ((this.#maybe[bit >>> 5]! & (1 << (bit & 31))) === 0) return -1;
    let at = key & this.#mask;
    for (let row = this.#slots[at]!; row >= 0; row = this.#slots[at]!) {
      if (this.keys[row] === key && this.checks[row] === check) return row;
      at = (at + 1) & this.#mask;
    }
    return -1;
  }

  byte(row: number, column: number): number {
    return this.bytes[row * this.width + column]!;
  }
}

/** A table out of entries in any order; of entries with one key the last stays. Rows are sorted, so files are equal. */
export const buildHashTable = (
  entries: Iterable<readonly [key: number, check: number, row: ArrayLike<number>]>,
  width: number,
): HashTable => {
  const byKey = new Map<number, ArrayLike<number>>();
  for (const [key, check, row] of entries) byKey.set(key * 65536 + check, row);
  const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(sorted.length * width);
  sorted.forEach(([, row], i) => {
    for (let c = 0; c < width; c++) bytes[i * width + c] = row[c]!;
  });
  return new HashTable(
    Uint32Array.from(sorted, ([key]) => Math.floor(key / 65536)),
    Uint16Array.from(sorted, ([key]) => key % 65536),
    bytes,
    width,
  );
};
