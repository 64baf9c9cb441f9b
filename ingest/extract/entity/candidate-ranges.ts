import type { Document } from "../document.js";
import { foldName } from "../name-key.js";
import type { HashTable } from "../statistics/hash-table.js";
import { findListedNames, LISTED, LONGEST_NAME } from "../statistics/name-list.js";
import { insideOf, LABEL_COUNT as L } from "../tagger/labels.js";
import type { UserNames } from "../user-names.js";

export interface CandidateSources {
  readonly nameList?: HashTable | undefined;
  /** Names that the user has given: always proposed, where they stand with a capital or have none themselves. */
  readonly userNames?: UserNames | undefined;
}

export const PROPOSES = 0.15;
const SURE = 0.55;
const LISTED_PROPOSES = 0.008;
/** Least probability that a name begins at a token, and of that times the probability that one ends at another. */
const BEGINS = 0.04;
const BOUNDED = 0.03;
const LONGEST_BOUNDED = 8;

/** Probability of token i to lie in an entity. */
export const insideProbability = (marginals: Float64Array, i: number): number => 1 - marginals[i * L]!;

export const meanInside = (marginals: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += insideProbability(marginals, i);
  return sum / (to - from);
};

/** Stretches of tokens that may be a name: proposed by the tagger in several ways, by the lists, by the user. */
export const proposeRanges = (
  document: Document,
  marginals: Float64Array,
  sources: CandidateSources,
): readonly { readonly from: number; readonly to: number }[] => {
  const ranges = new RangeSet(document, marginals);
  for (const threshold of [PROPOSES, SURE]) taggedRanges(document, marginals, threshold, ranges);
  boundedRanges(document, marginals, ranges);
  const kinds = LISTED.METHOD | LISTED.MODEL | LISTED.DATASET | LISTED.ESTABLISHED;
  if (sources.nameList)
    for (const { from, to } of findListedNames(document, sources.nameList, kinds))
      if (meanInside(marginals, from, to) >= LISTED_PROPOSES) ranges.add(from, to);
  if (sources.userNames) userRanges(document, sources.userNames, ranges);
  return ranges.all;
};

/** Runs of tokens that are likelier than `threshold` in an entity, cut where a new one is likelier to begin. */
const taggedRanges = (document: Document, marginals: Float64Array, threshold: number, ranges: RangeSet): void => {
  const { words, sentences } = document;
  for (let s = 0; s + 1 < sentences.length; s++) {
    const end = sentences[s + 1]!;
    let from = -1;
    let kind = -1;
    for (let i = sentences[s]!; i <= end; i++) {
      let inside = false;
      let begins = false;
      let its = -1;
      if (i < end && insideProbability(marginals, i) >= threshold) {
        inside = true;
        let best = 1;
        for (let l = 2; l < L; l++) if (marginals[i * L + l]! > marginals[i * L + best]!) best = l;
        its = (best - 1) >> 1;
        begins = best % 2 === 1 && marginals[i * L + best]! > marginals[i * L + insideOf(its)]!;
      }
      if (from >= 0 && (!inside || begins || its !== kind)) {
        ranges.add(from, i);
        from = -1;
      }
      if (inside && from < 0 && words[i]!.isWord) {
        from = i;
        kind = its;
      }
    }
  }
};

/** Ranges by their ends alone: where a name may begin, up to each place where one may end. */
const boundedRanges = (document: Document, marginals: Float64Array, ranges: RangeSet): void => {
  const { sentences } = document;
  const begins = (i: number): number => marginals[i * L + 1]! + marginals[i * L + 3]! + marginals[i * L + 5]!;
  const goesOn = (i: number): number => marginals[i * L + 2]! + marginals[i * L + 4]! + marginals[i * L + 6]!;
  for (let s = 0; s + 1 < sentences.length; s++) {
    const end = sentences[s + 1]!;
    for (let i = sentences[s]!; i < end; i++) {
      const begin = begins(i);
      if (begin < BEGINS) continue;
      for (let j = i; j < Math.min(end, i + LONGEST_BOUNDED); j++) {
        const inside = insideProbability(marginals, j);
        if (inside < BEGINS) break;
        const ends = inside - (j + 1 < end ? goesOn(j + 1) : 0);
        if (begin * ends >= BOUNDED) ranges.add(i, j + 1);
      }
    }
  }
};

const userRanges = (document: Document, names: UserNames, ranges: RangeSet): void => {
  const { words, sentences, sentenceOf } = document;
  for (let i = 0; i < words.length; i++) {
    const end = Math.min(sentences[sentenceOf[i]! + 1]!, i + LONGEST_NAME);
    let key = "";
    for (let j = i; j < end; j++) {
      key += words[j]!.folded;
      if (key !== "" && names.has(foldName(key))) ranges.add(i, j + 1);
    }
  }
};

/** Distinct ranges of tokens that can be a name at all. */
class RangeSet {
  readonly all: { from: number; to: number }[] = [];
  readonly #seen = new Set<number>();
  constructor(
    readonly document: Document,
    readonly marginals: Float64Array,
  ) {}

  add(first: number, last: number): void {
    const { words } = this.document;
    let from = first;
    let to = last;
    while (to > from && TRAILING.test(words[to - 1]!.text)) to--;
    while (from < to && !words[from]!.isWord) from++;
    if (to <= from || to - from > 14) return;
    const id = from * 16 + (to - from);
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.all.push({ from, to });
  }
}

const TRAILING = /^(?:[,.;:()[\]{}"'`\u2019\u201d-]|['\u2019]s)$/;
