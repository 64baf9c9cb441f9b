import type { Document } from "../document.js";
import { LABEL_COUNT as L } from "../tagger/labels.js";
import { insideProbability } from "./candidate-ranges.js";
import type { Candidate, Mention } from "./candidates.js";

export const TAGGER_NAMES = [
  "mentions",
  "mentions the tagger has",
  "best marginal",
  "mean marginal",
  "best weakest marginal",
  "marginal of first mention",
  "marginal in title",
  "marginal in abstract",
  "mean METHOD",
  "mean MODEL",
  "mean DATASET",
  "best METHOD",
  "best MODEL",
  "best DATASET",
  "best beginning",
  "least marginal beside",
  "most marginal beside",
  "best new beginning inside",
  "rank in paper",
  "candidates in paper",
  "best overlapping marginal",
  "overlapping is longer",
  "inside a long form",
  "only inside long forms",
];
export const COMPANY_NAMES = ["company", "surest in company", "company METHOD", "company MODEL", "company DATASET"];

interface Covering {
  readonly candidate: number;
  readonly score: number;
  readonly length: number;
}

/** Which candidates lie on a token: the two surest of each, so that a candidate can be told its strongest rival. */
export class Cover {
  readonly best: readonly number[];
  /** How many candidates of the paper are surer. */
  readonly rank: Int32Array;
  readonly #first = new Map<number, Covering>();
  readonly #second = new Map<number, Covering>();
  /** Tokens of long forms that the paper gives an acronym: the candidate, and how many tokens it has there. */
  readonly #longForms = new Map<number, Covering>();

  constructor(document: Document, candidates: readonly Candidate[]) {
    this.best = candidates.map(({ mentions }) => mentions.reduce((best, { score }) => Math.max(best, score), 0));
    const order = this.best.map((score, c) => ({ score, c })).sort((a, b) => b.score - a.score || a.c - b.c);
    this.rank = new Int32Array(candidates.length);
    order.forEach(({ c }, rank) => {
      this.rank[c] = rank;
    });
    candidates.forEach(({ mentions, longForm }, candidate) => {
      for (const { from, to, score } of mentions) {
        const isLong =
          longForm !== undefined && document.text.slice(document.starts[from]!, document.ends[to - 1]!) === longForm;
        for (let i = from; i < to; i++) {
          const its = { candidate, score, length: to - from };
          const first = this.#first.get(i);
          if (!first || score > first.score) {
            if (first && first.candidate !== candidate) this.#second.set(i, first);
            this.#first.set(i, its);
          } else if (first.candidate !== candidate && score > (this.#second.get(i)?.score ?? -1))
            this.#second.set(i, its);
          if (isLong) this.#longForms.set(i, its);
        }
      }
    });
  }

  /** Whether tokens are a part of another candidate's long form. */
  isInLongForm({ from, to }: Mention, candidate: number): boolean {
    const long = this.#longForms.get(from);
    return long !== undefined && long.candidate !== candidate && long.length > to - from;
  }

  otherAt(token: number, candidate: number): Covering | undefined {
    const first = this.#first.get(token);
    return first?.candidate === candidate ? this.#second.get(token) : first;
  }
}

/** What the tagger says of all places of a candidate, and of what lies over it. */
export const taggerFeatures = (
  document: Document,
  marginals: Float64Array,
  candidate: Candidate,
  cover: Cover,
  c: number,
  row: Float32Array,
  start: number,
): number => {
  const { mentions } = candidate;
  const n = mentions.length;
  let tagged = 0;
  let sum = 0;
  let weakest = 0;
  let inTitle = 0;
  let inAbstract = 0;
  let beginning = 0;
  let leastBeside = 1;
  let mostBeside = 0;
  let newBeginning = 0;
  const kindSum = [0, 0, 0];
  const kindBest = [0, 0, 0];
  for (const { from, to, score } of mentions) {
    if (score >= 0.2) tagged += 1;
    sum += score;
    let least = 1;
    const kinds = [0, 0, 0];
    for (let i = from; i < to; i++) {
      least = Math.min(least, insideProbability(marginals, i));
      let begins = 0;
      for (let k = 0; k < 3; k++) {
        kinds[k]! += (marginals[i * L + 1 + 2 * k]! + marginals[i * L + 2 + 2 * k]!) / (to - from);
        begins += marginals[i * L + 1 + 2 * k]!;
      }
      if (i === from) beginning = Math.max(beginning, begins);
      else newBeginning = Math.max(newBeginning, begins);
    }
    weakest = Math.max(weakest, least);
    for (let k = 0; k < 3; k++) {
      kindSum[k]! += kinds[k]! / n;
      kindBest[k] = Math.max(kindBest[k]!, kinds[k]!);
    }
    if (from < document.titleTokens) inTitle = Math.max(inTitle, score);
    else inAbstract = Math.max(inAbstract, score);
    const before = from > 0 ? insideProbability(marginals, from - 1) : 0;
    let after = 0;
    if (to < document.words.length) for (let k = 0; k < 3; k++) after += marginals[to * L + 2 + 2 * k]!;
    leastBeside = Math.min(leastBeside, Math.max(before, after));
    mostBeside = Math.max(mostBeside, before, after);
  }
  const inLongForms = mentions.filter((mention) => cover.isInLongForm(mention, c)).length;
  let overlapping = 0;
  let longer = 0;
  for (const { from, to } of mentions)
    for (let i = from; i < to; i++) {
      const other = cover.otherAt(i, c);
      if (other && other.score > overlapping) {
        overlapping = other.score;
        longer = other.length - (to - from);
      }
    }
  const values = [
    n,
    tagged,
    cover.best[c]!,
    sum / n,
    weakest,
    mentions[0]!.score,
    inTitle,
    inAbstract,
    ...kindSum,
    ...kindBest,
    beginning,
    leastBeside,
    mostBeside,
    newBeginning,
    cover.rank[c]!,
    cover.rank.length,
    overlapping,
    longer,
    +(inLongForms > 0),
    +(inLongForms === n),
  ];
  row.set(values, start);
  return start + values.length;
};

/** How far and over what a list goes on: "A, B and C", "A (B), C". */
const COMPANY_REACH = 4;
const BETWEEN = /^(?:,|and|or|&|\/|\(|\)|as|well|with|the|on|than|vs)$/;

/** What stands in one list with a candidate, and what kind the tagger gives that: names in a list are alike. */
export const companyFeatures = (
  document: Document,
  marginals: Float64Array,
  { mentions }: Candidate,
  cover: Cover,
  c: number,
  row: Float32Array,
  start: number,
): number => {
  const { words, sentences, sentenceOf } = document;
  let count = 0;
  let surest = 0;
  const kinds = [0, 0, 0];
  const see = (from: number, step: number, first: number, end: number): void => {
    for (let i = from, k = 0; i >= first && i < end && k < COMPANY_REACH; i += step, k++) {
      const other = cover.otherAt(i, c);
      if (other && other.score > 0.2 && k > 0) {
        count += 1;
        surest = Math.max(surest, other.score);
        for (let kind = 0; kind < 3; kind++)
          kinds[kind]! += marginals[i * L + 1 + 2 * kind]! + marginals[i * L + 2 + 2 * kind]!;
        return;
      }
      if (!BETWEEN.test(words[i]!.lower)) return;
    }
  };
  for (const { from, to } of mentions.slice(0, COMPANY_MENTIONS)) {
    const first = sentences[sentenceOf[from]!]!;
    const end = sentences[sentenceOf[from]! + 1]!;
    see(from - 1, -1, first, end);
    see(to, 1, first, end);
  }
  row.set([count, surest, ...kinds.map((sum) => (count > 0 ? sum / count : -1))], start);
  return start + COMPANY_NAMES.length;
};

const COMPANY_MENTIONS = 12;
