import { acronymPairsOf, type Document } from "../document.js";
import { foldName, NameHasher } from "../name-key.js";
import type { HashTable } from "../statistics/hash-table.js";
import { findListedNames, LISTED, LONGEST_NAME } from "../statistics/name-list.js";
import { insideOf, LABEL_COUNT as L } from "../tagger/labels.js";
import type { UserNames } from "../user-names.js";

/** One place of a candidate: tokens `from` to `to`, exclusive. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** Mean probability of its tokens to lie in an entity. */
  readonly score: number;
}

/** One thing that a paper may be about, with all its places; a second stage decides whether it stands. */
export interface Candidate {
  /** Keys of its surfaces, see foldName. */
  readonly keys: ReadonlySet<string>;
  /** Distinct strings as they stand in the text, the longest first. */
  readonly surfaces: readonly string[];
  readonly mentions: readonly Mention[];
  /** The short form, where the paper joins one to a long form. */
  readonly acronym?: string;
  readonly longForm?: string;
}

export interface CandidateSources {
  readonly nameList?: HashTable | undefined;
  /** Names that the user has given: always proposed, where they stand with a capital or have none themselves. */
  readonly userNames?: UserNames | undefined;
}

const PROPOSES = 0.15;
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

/** Groups of mentions that may be entities: proposed by the tagger at two thresholds, by the lists, and by acronyms. */
export const findCandidates = (document: Document, marginals: Float64Array, sources: CandidateSources): Candidate[] => {
  const ranges = new RangeSet(document, marginals);
  for (const threshold of [PROPOSES, SURE]) taggedRanges(document, marginals, threshold, ranges);
  boundedRanges(document, marginals, ranges);
  const kinds = LISTED.METHOD | LISTED.MODEL | LISTED.DATASET | LISTED.ESTABLISHED;
  if (sources.nameList)
    for (const { from, to } of findListedNames(document, sources.nameList, kinds))
      if (meanInside(marginals, from, to) >= LISTED_PROPOSES) ranges.add(from, to);
  if (sources.userNames) userRanges(document, sources.userNames, ranges);
  const groups = new Groups(document);
  for (const { from, to } of ranges.all) groups.add(from, to);
  const tokenAt = new Map<number, number>();
  const tokenEnd = new Map<number, number>();
  for (let i = 0; i < document.words.length; i++) {
    tokenAt.set(document.starts[i]!, i);
    tokenEnd.set(document.ends[i]!, i + 1);
  }
  for (const { short, long } of acronymPairsOf(document)) {
    const shortFrom = tokenAt.get(short.start);
    const shortTo = tokenEnd.get(short.end);
    const longFrom = tokenAt.get(long.start);
    const longTo = tokenEnd.get(long.end);
    if (shortFrom === undefined || shortTo === undefined || longFrom === undefined || longTo === undefined) continue;
    if (shortTo <= shortFrom || longTo <= longFrom) continue;
    const shortScore = meanInside(marginals, shortFrom, shortTo);
    const longScore = meanInside(marginals, longFrom, longTo);
    if (Math.max(shortScore, longScore) >= PROPOSES / 2) groups.join(shortFrom, shortTo, longFrom, longTo);
  }
  return groups.candidates(marginals);
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

/** For a filter over sorted ranges: keeps those that begin where the last one kept has ended. */
const apart = (): ((range: { from: number; to: number }) => boolean) => {
  let end = 0;
  return ({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  };
};

/** Marks that end a name, and the possessive s, which would be taken for a plural. */
const NEVER_INSIDE = /^(?:[,.;:()]|['\u2019]s)$/;
const TRAILING = /^(?:[,.;:()[\]{}"'`\u2019\u201d-]|['\u2019]s)$/;

class Groups {
  readonly #parent = new Map<string, string>();
  readonly #acronyms = new Map<string, { short: string; long: string }>();
  readonly #order: string[] = [];
  /** A group's keys may stand elsewhere; a key of one name-like word only where it has a capital too. */
  readonly #needsCapital = new Map<string, boolean>();
  readonly #ranges = new Map<string, Map<number, { from: number; to: number }>>();

  constructor(readonly document: Document) {}

  add(from: number, to: number): string {
    const { text, starts, ends, words } = this.document;
    const key = foldName(text.slice(starts[from]!, ends[to - 1]!));
    if (key === "") return "";
    if (!this.#parent.has(key)) {
      this.#parent.set(key, key);
      this.#order.push(key);
      this.#ranges.set(key, new Map());
      this.#needsCapital.set(key, true);
    }
    if (!words.slice(from, to).some((word) => word.capitals > 0)) this.#needsCapital.set(key, false);
    this.#ranges.get(key)!.set(from * 16 + (to - from), { from, to });
    return key;
  }

  root(key: string): string {
    let root = key;
    while (this.#parent.get(root) !== root) root = this.#parent.get(root)!;
    return root;
  }

  join(shortFrom: number, shortTo: number, longFrom: number, longTo: number): void {
    const { text, starts, ends } = this.document;
    const short = this.add(shortFrom, shortTo);
    const long = this.add(longFrom, longTo);
    if (short === "" || long === "" || short === long) return;
    // A proposed range that is the head or the tail of the long form is the same thing, cut short.
    const a = this.root(short);
    const b = this.root(long);
    if (a !== b) this.#parent.set(b, a);
    if (!this.#acronyms.has(a))
      this.#acronyms.set(a, {
        short: text.slice(starts[shortFrom]!, ends[shortTo - 1]!),
        long: text.slice(starts[longFrom]!, ends[longTo - 1]!),
      });
  }

  candidates(marginals: Float64Array): Candidate[] {
    this.#findElsewhere();
    const keysOf = new Map<string, string[]>();
    for (const key of this.#order) {
      const root = this.root(key);
      const keys = keysOf.get(root);
      if (keys) keys.push(key);
      else keysOf.set(root, [key]);
    }
    const { text, starts, ends } = this.document;
    return [...keysOf].map(([root, keys]) => {
      const mentions = keys
        .flatMap((key) => [...this.#ranges.get(key)!.values()])
        .sort((a, b) => a.from - b.from || b.to - a.to)
        .filter(apart())
        .map(({ from, to }) => ({ from, to, score: meanInside(marginals, from, to) }));
      const surfaces = [...new Set(mentions.map(({ from, to }) => text.slice(starts[from]!, ends[to - 1]!)))].sort(
        (a, b) => b.length - a.length || (a < b ? -1 : 1),
      );
      const pair = this.#acronyms.get(root);
      return {
        keys: new Set(keys),
        surfaces,
        mentions,
        ...(pair ? { acronym: pair.short, longForm: pair.long } : {}),
      };
    });
  }

  /** Other places of the same names, which the tagger has missed. */
  #findElsewhere(): void {
    const { words, sentences, sentenceOf } = this.document;
    const byHash = new Map<number, string>();
    const hasher = new NameHasher();
    let longest = 1;
    for (const key of this.#order) {
      hasher.reset().add(key);
      byHash.set(hasher.key * 65536 + hasher.check, key);
      for (const { from, to } of this.#ranges.get(key)!.values()) longest = Math.max(longest, to - from);
    }
    const reach = Math.min(longest + 1, LONGEST_NAME + 4);
    for (let i = 0; i < words.length; i++) {
      if (!words[i]!.isWord) continue;
      const end = Math.min(sentences[sentenceOf[i]! + 1]!, i + reach);
      hasher.reset();
      let capital = false;
      for (let j = i; j < end; j++) {
        const word = words[j]!;
        if (NEVER_INSIDE.test(word.text)) break;
        if (word.folded === "") continue;
        hasher.add(word.folded);
        capital ||= word.capitals > 0;
        const key = byHash.get(hasher.key * 65536 + hasher.check);
        if (key === undefined || (this.#needsCapital.get(key) && !capital)) continue;
        this.#ranges.get(key)!.set(i * 16 + (j + 1 - i), { from: i, to: j + 1 });
      }
    }
  }
}
