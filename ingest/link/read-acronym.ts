import type { Kind } from "../../src/vocabulary.js";
import { byCode } from "./evidence.js";

/** One possible reading of an ambiguous acronym: a long form, by the papers that spell it out. */
export interface Reading {
  /** The id under which papers read the long form. */
  readonly id: string;
  readonly papers: number;
  readonly kinds: ReadonlyMap<Kind, number>;
  /** What else these papers read: id to number of papers. */
  readonly company: ReadonlyMap<string, number>;
}

/** A paper with the bare acronym. */
export interface BareMention {
  readonly kind: Kind;
  /** All ids that the paper reads. */
  readonly company: readonly string[];
}

/**
 * The id of the reading that a bare acronym has in a paper: the long form if the paper reads it too, else the likeliest
 * by naive Bayes over the kind and the company it is in, with the number of papers as prior. Ties go to the first id.
 */
export function readAcronym(mention: BareMention, readings: readonly Reading[]): string {
  const sorted = [...readings].sort((a, b) => byCode(a.id, b.id));
  const own = sorted.find((reading) => mention.company.includes(reading.id));
  if (own) return own.id;
  const telling = mention.company.filter((id) => sorted.some((reading) => reading.company.has(id)));
  let best = sorted[0] as Reading;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const reading of sorted) {
    const total = reading.papers + 1;
    let score = Math.log(reading.papers + 0.5) + Math.log(((reading.kinds.get(mention.kind) ?? 0) + 0.5) / total);
    for (const id of telling) score += Math.log(((reading.company.get(id) ?? 0) + 0.1) / total);
    if (score > bestScore) [best, bestScore] = [reading, score];
  }
  return best.id;
}
