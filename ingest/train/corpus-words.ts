import { buildHashTable, type HashTable } from "../extract/statistics/hash-table.js";
import { WORD_TABLE_WIDTH, wordKey } from "../extract/word-facts.js";
import { clusterVectors } from "./cluster-vectors.js";
import { wordVectors } from "./word-vectors.js";

/** A text of the corpus as lower-case words. */
export type CorpusText = readonly string[];

const VOCABULARY = 40_000;
const MINIMUM = 8;
const SIZES = [63, 255, 1000] as const;

/**
 * The word table: of each word that a few abstracts of the corpus have, how many have it, and its cluster at three
 * sizes, from what stands beside it.
 */
export const buildWordTable = (texts: readonly CorpusText[]): HashTable => {
  const documents = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) documents.set(word, (documents.get(word) ?? 0) + 1);
  const vocabulary = [...documents]
    .filter(([, count]) => count >= MINIMUM)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VOCABULARY);
  const index = new Map(vocabulary.map(([word], i) => [word, i]));
  const coded = texts.map((text) => Int32Array.from(text, (word) => index.get(word) ?? -1));
  const vectors = wordVectors(coded, vocabulary.length);
  const clusters = SIZES.map((size) => clusterVectors(vectors, size));
  return buildHashTable(
    vocabulary.map(([word, count], i) => {
      const [a, b, c] = clusters.map((cluster) => cluster[i]! + 1) as [number, number, number];
      return [...wordKey(word), [Math.round(Math.log2(count)), a, b, c & 0xff, c >> 8]] as const;
    }),
    WORD_TABLE_WIDTH,
  );
};
