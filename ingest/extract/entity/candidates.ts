import { acronymPairsOf, type Document } from "../document.js";
import { foldName, NameHasher } from "../name-key.js";
import { LONGEST_NAME } from "../statistics/name-list.js";
import { type CandidateSources, meanInside, PROPOSES, proposeRanges } from "./candidate-ranges.js";

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

/** Groups of mentions that may be entities: proposed by the tagger at two thresholds, by the lists, and by acronyms. */
export const findCandidates = (document: Document, marginals: Float64Array, sources: CandidateSources): Candidate[] => {
  const groups = new Groups(document);
  for (const { from, to } of proposeRanges(document, marginals, sources)) groups.add(from, to);
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
