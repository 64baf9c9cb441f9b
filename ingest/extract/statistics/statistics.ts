import type { Weights } from "../weights-file.js";
import { HashTable } from "./hash-table.js";

/** What is known of words and names before any paper is read. */
export interface Statistics {
  /** Frequency and clusters of words, see word-facts.ts. */
  readonly words: HashTable;
  /** What names do in the corpus, see name-statistics.ts. */
  readonly names: HashTable;
  /** What the name lists say of names, see name-list.ts. */
  readonly list: HashTable;
}

const PARTS = ["words", "names", "list"] as const;

export const packStatistics = (statistics: Statistics): Weights => ({
  meta: { widths: Object.fromEntries(PARTS.map((part) => [part, statistics[part].width])) },
  arrays: Object.fromEntries(
    PARTS.flatMap((part) => {
      const { keys, checks, bytes, width } = statistics[part];
      return [
        [`${part}.keys`, gaps(keys)],
        [`${part}.checks`, checks],
        [`${part}.bytes`, byColumn(bytes, width)],
      ];
    }),
  ),
});

export const unpackStatistics = ({ meta, arrays }: Weights): Statistics => {
  const widths = meta.widths as Record<(typeof PARTS)[number], number>;
  const [words, names, list] = PARTS.map((part) => {
    const keys = sums(arrays[`${part}.keys`] as Uint32Array);
    const bytes = byRow(arrays[`${part}.bytes`] as Uint8Array, widths[part]);
    return new HashTable(keys, arrays[`${part}.checks`] as Uint16Array, bytes, widths[part]);
  }) as [HashTable, HashTable, HashTable];
  return { words, names, list };
};

// Sorted keys as distances, and bytes column by column, are what gzip makes small.
const gaps = (keys: Uint32Array): Uint32Array => keys.map((key, i) => key - (i > 0 ? keys[i - 1]! : 0));
const sums = (distances: Uint32Array): Uint32Array => {
  const keys = new Uint32Array(distances.length);
  let sum = 0;
  for (let i = 0; i < keys.length; i++) {
    sum += distances[i]!;
    keys[i] = sum;
  }
  return keys;
};
const byColumn = (bytes: Uint8Array, width: number): Uint8Array => {
  const rows = bytes.length / width;
  return Uint8Array.from({ length: bytes.length }, (_, i) => bytes[(i % rows) * width + Math.floor(i / rows)]!);
};
const byRow = (bytes: Uint8Array, width: number): Uint8Array => {
  const rows = bytes.length / width;
  const out = new Uint8Array(bytes.length);
  for (let c = 0; c < width; c++) for (let r = 0; r < rows; r++) out[r * width + c] = bytes[c * rows + r]!;
  return out;
};
