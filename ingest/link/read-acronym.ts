import type { Kind } from "../../src/vocabulary.js";
import { byCode } from "./evidence.js";
import { formOf, keyOf } from "./link-paper.js";

/** A paper with what it reads and says, as far as it helps to read an acronym in it. */
export interface Context {
  readonly kind: Kind;
  /** The ids under which it reads other things. Sorted. */
  readonly company: readonly string[];
  /** The words of its title and abstract, each once. */
  readonly words: readonly string[];
}

/** One possible reading of an ambiguous acronym. */
export interface Reading {
  /** The entity. */
  readonly id: string;
  /** Papers that are for it before the context is looked at. */
  readonly prior: number;
  /** The ids under which papers read it. */
  readonly readAs: ReadonlySet<string>;
  /** The words of its long form. */
  readonly form: readonly string[];
  /** The papers that spell it out. */
  readonly contexts: readonly Context[];
}

/** What a word, a companion and a word of one of the long forms is worth. */
const WORD = 0.35;
const COMPANION = 1;
const FORM = 2;
/** Occurrences that every feature is given in every reading. */
const SMOOTHING = 0.1;

/**
 * A function from a paper with the bare acronym to the reading that it has there: the long form if the paper reads it too,
 * else the likeliest by naive Bayes over kind, company and words, with the number of papers as prior. Ties go to the
 * first id.
 */
export function acronymReader(readings: readonly Reading[]): (mention: Context) => string {
  const models = [...readings].sort((a, b) => byCode(a.id, b.id)).map(modelOf);
  const known = new Set(models.flatMap(({ counts }) => [...counts.keys()]));
  const formWords = new Set(models.flatMap(({ form }) => [...form]));
  const worthOf = (feature: string): number =>
    feature.startsWith("e ") ? COMPANION : formWords.has(feature) ? FORM : WORD;
  return (mention) => {
    const own = models.find(({ readAs }) => mention.company.some((id) => readAs.has(id)));
    if (own) return own.id;
    const telling = [...featuresOf(mention)].filter((feature) => known.has(feature));
    let best = "";
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const { id, prior, papers, counts, kinds } of models) {
      let score = Math.log(prior + 0.5) + Math.log(((kinds.get(mention.kind) ?? 0) + 1) / (papers + 3));
      for (const feature of telling)
        score += worthOf(feature) * Math.log(((counts.get(feature) ?? 0) + SMOOTHING) / (papers + 2 * SMOOTHING));
      if (score > bestScore) [best, bestScore] = [id, score];
    }
    return best;
  };
}

interface Model extends Pick<Reading, "id" | "prior" | "readAs"> {
  readonly papers: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<Kind, number>;
  readonly form: ReadonlySet<string>;
}

function modelOf({ id, prior, readAs, form, contexts }: Reading): Model {
  const counts = new Map<string, number>();
  const kinds = new Map<Kind, number>();
  for (const context of contexts) {
    kinds.set(context.kind, (kinds.get(context.kind) ?? 0) + 1);
    for (const feature of featuresOf(context)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const words = new Set(form.filter(isWord).map((word) => `w ${stem(word)}`));
  for (const word of words) counts.set(word, contexts.length);
  return { id, prior, readAs, papers: contexts.length, counts, kinds, form: words };
}

function featuresOf({ company, words }: Context): Set<string> {
  const features = new Set<string>();
  for (const id of company) {
    features.add(`e ${keyOf(id)}`);
    for (const word of formOf(id).split("-")) if (isWord(word)) features.add(`w ${stem(word)}`);
  }
  for (const word of words) if (isWord(word)) features.add(`w ${stem(word)}`);
  return features;
}

const isWord = (word: string): boolean => word.length > 3 && /^\p{L}+$/u.test(word);
const stem = (word: string): string => word.slice(0, 7);
