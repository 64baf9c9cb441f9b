import type { Document } from "../extract/document.js";
import { CONTEXT_COUNT, mentionContext } from "../extract/entity/mention-context.js";
import { NameHasher } from "../extract/name-key.js";
import { buildHashTable, type HashTable } from "../extract/statistics/hash-table.js";
import { nameLikeRanges } from "../extract/statistics/name-like.js";
import { NAME_STATISTICS_WIDTH } from "../extract/statistics/name-statistics.js";

const MINIMUM_ABSTRACTS = 3;
const COUNTERS = 3 + CONTEXT_COUNT;

/** Counts what names do in the abstracts it is shown. Counts of two counters add up, so a corpus can be split. */
export class NameCounter {
  readonly #rows = new Map<number, number>();
  #counts = new Uint32Array(1 << 20);
  #last = new Int32Array(1 << 16).fill(-1);
  #seen = 0;

  constructor(readonly list: HashTable | undefined) {}

  see(document: Document): void {
    const hasher = new NameHasher();
    for (const { from, to } of nameLikeRanges(document, this.list)) {
      hasher.reset();
      let capital = 0;
      for (let i = from; i < to; i++) {
        hasher.add(document.words[i]!.folded);
        if (document.words[i]!.capitals > 0) capital = 1;
      }
      if (hasher.length < 2) continue;
      const row = this.#row(hasher.key * 65536 + hasher.check);
      const at = row * COUNTERS;
      if (this.#last[row] !== this.#seen) {
        this.#last[row] = this.#seen;
        this.#counts[at]! += 1;
      }
      this.#counts[at + 1]! += 1;
      this.#counts[at + 2]! += capital;
      const context = mentionContext(document, from, to);
      for (let c = 0; c < CONTEXT_COUNT; c++) if (context & (1 << c)) this.#counts[at + 3 + c]! += 1;
    }
    this.#seen += 1;
  }

  #row(id: number): number {
    const known = this.#rows.get(id);
    if (known !== undefined) return known;
    const row = this.#rows.size;
    this.#rows.set(id, row);
    if ((row + 1) * COUNTERS > this.#counts.length) {
      const larger = new Uint32Array(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    if (row >= this.#last.length) {
      const larger = new Int32Array(this.#last.length * 2).fill(-1);
      larger.set(this.#last);
      this.#last = larger;
    }
    return row;
  }

  /** Names that at least three abstracts have. */
  table(): HashTable {
    const entries: [number, number, number[]][] = [];
    for (const [id, row] of this.#rows) {
      const at = row * COUNTERS;
      const abstracts = this.#counts[at]!;
      if (abstracts < MINIMUM_ABSTRACTS) continue;
      const mentions = this.#counts[at + 1]!;
      const bytes = [Math.round(Math.log2(abstracts) * 8), Math.round(Math.log2(mentions) * 8)];
      for (let c = 2; c < NAME_STATISTICS_WIDTH; c++) bytes.push(Math.round((255 * this.#counts[at + c]!) / mentions));
      entries.push([Math.floor(id / 65536), id % 65536, bytes]);
    }
    return buildHashTable(entries, NAME_STATISTICS_WIDTH);
  }
}
