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
/** Papers that each reading is given, which are like the papers of all readings: a single paper must not say too much. */
const COMMON = 2;

/**
 * A function from a paper with the bare acronym to the reading that it has there: the long form if the paper reads it too,
 * else the likeliest by naive Bayes over kind, company and words, with the number of papers as prior. Ties go to the
 * first id.
 */
export function acronymReader(readings: readonly Reading[]): (mention: Context) => string {
  const models = [...readings].sort((a, b) => byCode(a.id, b.id)).map(modelOf);
  const all = new Map<string, number>();
  for (const { counts } of models)
    for (const [feature, count] of counts) all.set(feature, (all.get(feature) ?? 0) + count);
  const papers = models.reduce((sum, model) => sum + model.papers, 0);
  const formWords = new Set(models.flatMap(({ form }) => [...form]));
  const scoreOf = (model: Model, feature: string): number => {
    const common = ((all.get(feature) ?? 0) + 0.5) / (papers + 1);
    const isOfForm = formWords.has(feature);
    const worth = isOfForm ? FORM : feature.startsWith("w ") ? WORD : COMPANION;
    // The long form is as good as a paper that says nothing but it.
    const seen = model.papers + (isOfForm ? 1 : 0);
    return worth * Math.log(((model.counts.get(feature) ?? 0) + COMMON * common) / (seen + COMMON));
  };
  return (mention) => {
    const own = models.find(({ readAs }) => mention.company.some((id) => readAs.has(id)));
    if (own) return own.id;
    const telling = [`k ${mention.kind}`, ...featuresOf(mention)].filter((feature) => all.has(feature));
    let best = "";
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const model of models) {
      let score = Math.log(model.prior + 0.5);
      for (const feature of telling) score += scoreOf(model, feature);
      if (score > bestScore) [best, bestScore] = [model.id, score];
    }
    return best;
  };
}

interface Model extends Pick<Reading, "id" | "prior" | "readAs"> {
  readonly papers: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly form: ReadonlySet<string>;
}

function modelOf({ id, prior, readAs, form, contexts }: Reading): Model {
  const counts = new Map<string, number>();
  for (const context of contexts) {
    for (const feature of [`k ${context.kind}`, ...featuresOf(context)])
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const words = new Set(form.filter(isWord).map((word) => `w ${stem(word)}`));
  // Its words are in all papers that spell it out.
  for (const word of words) counts.set(word, contexts.length + 1);
  return { id, prior, readAs, papers: contexts.length, counts, form: words };
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
