import { headOf } from "../cue-words.js";
import type { Document } from "../document.js";
import type { HashTable } from "../statistics/hash-table.js";
import { LISTED } from "../statistics/name-list.js";
import { NAME_STATISTICS_WIDTH, nameStatistics } from "../statistics/name-statistics.js";
import { LABEL_COUNT as L } from "../tagger/labels.js";
import type { Candidate } from "./candidates.js";
import { insideProbability } from "./candidates.js";
import { CONTEXT_COUNT, CONTEXT_NAMES, mentionContext } from "./mention-context.js";
import { idOfKey, type NamePrior, PRIOR_NAMES, priorFeatures } from "./name-prior.js";

const TAGGER_NAMES = [
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
];
const COMPANY_NAMES = ["company", "surest in company", "company METHOD", "company MODEL", "company DATASET"];
const FORM_NAMES = [
  "in title",
  "in abstract",
  "has acronym",
  "surfaces",
  "characters",
  "tokens",
  "characters of shortest",
  "capital in shortest",
  "all capitals",
  "capital inside",
  "digit",
  "hyphen",
  "all small letters",
  "markup",
  "size in parameters",
  "also in small letters",
  "rarest word",
  "commonest word",
  "frequency of last word",
  "head word of dataset",
  "head word of model",
  "head word of method",
  "head word of task",
  "place of first mention",
  "before colon of title",
  "title says after colon",
  "dataset words in paper",
  "model words in paper",
  "method words in paper",
  "title case only",
  "capitalised tokens",
];
const LIST_NAMES = [
  "listed METHOD",
  "listed MODEL",
  "listed DATASET",
  "listed task",
  "established technique",
  "general technique",
  "end is established technique",
  "end is general technique",
  "end is listed",
];
const STATISTICS_NAMES = ["abstracts", "mentions", "capital", ...CONTEXT_NAMES].map((name) => `corpus: ${name}`);
export const WORDS_NAMES = ["METHOD", "MODEL", "DATASET", "none"].map((name) => `words say ${name}`);

/** Groups of features in the order of a row, so that each can be explained or left out. */
export const ENTITY_FEATURE_GROUPS = {
  tagger: TAGGER_NAMES,
  company: COMPANY_NAMES,
  form: FORM_NAMES,
  lists: LIST_NAMES,
  context: [...CONTEXT_NAMES.map((name) => `mention: ${name}`), ...CONTEXT_NAMES.map((name) => `first: ${name}`)],
  prior: PRIOR_NAMES,
  corpus: STATISTICS_NAMES,
  words: WORDS_NAMES,
} as const;
export type EntityFeatureGroup = keyof typeof ENTITY_FEATURE_GROUPS;
export const ENTITY_FEATURE_NAMES: readonly string[] = Object.values(ENTITY_FEATURE_GROUPS).flat();
export const WORDS_AT = ENTITY_FEATURE_NAMES.length - WORDS_NAMES.length;

export interface EntityFeatureSources {
  readonly nameList?: HashTable | undefined;
  readonly nameStatistics?: HashTable | undefined;
}

/** Flags of LISTED that the lists have for any name of a candidate. */
export const listedFlags = (candidate: Candidate, list: HashTable | undefined): number => {
  let flags = 0;
  if (list)
    for (const key of candidate.keys) {
      const id = idOfKey(key);
      const row = list.find(Math.floor(id / 65536), id % 65536);
      if (row >= 0) flags |= list.byte(row, 0);
    }
  return flags;
};

/** One row a candidate; what `words` says is filled in later, since that is a model of its own. */
export const entityFeatures = (
  document: Document,
  marginals: Float64Array,
  candidates: readonly Candidate[],
  prior: NamePrior,
  sources: EntityFeatureSources,
): Float32Array[] => {
  const rows = candidates.map(() => new Float32Array(ENTITY_FEATURE_NAMES.length));
  const cover = new Cover(candidates);
  const paper = paperFacts(document);
  candidates.forEach((candidate, c) => {
    const row = rows[c]!;
    let at = taggerFeatures(document, marginals, candidate, cover, c, row, 0);
    at = companyFeatures(document, marginals, candidate, cover, c, row, at);
    at = formFeatures(document, candidate, paper, row, at);
    at = listFeatures(document, candidate, sources.nameList, row, at);
    at = contextFeatures(document, candidate, row, at);
    at = priorFeatures(prior, candidate, row, at);
    corpusFeatures(candidate, sources.nameStatistics, row, at);
  });
  return rows;
};

interface Covering {
  readonly candidate: number;
  readonly score: number;
  readonly length: number;
}

/** Which candidates lie on a token: the two surest of each, so that a candidate can be told its strongest rival. */
class Cover {
  readonly best: readonly number[];
  /** How many candidates of the paper are surer. */
  readonly rank: Int32Array;
  readonly #first = new Map<number, Covering>();
  readonly #second = new Map<number, Covering>();

  constructor(candidates: readonly Candidate[]) {
    this.best = candidates.map(({ mentions }) => mentions.reduce((best, { score }) => Math.max(best, score), 0));
    const order = this.best.map((score, c) => ({ score, c })).sort((a, b) => b.score - a.score || a.c - b.c);
    this.rank = new Int32Array(candidates.length);
    order.forEach(({ c }, rank) => {
      this.rank[c] = rank;
    });
    candidates.forEach(({ mentions }, candidate) => {
      for (const { from, to, score } of mentions)
        for (let i = from; i < to; i++) {
          const its = { candidate, score, length: to - from };
          const first = this.#first.get(i);
          if (!first || score > first.score) {
            if (first && first.candidate !== candidate) this.#second.set(i, first);
            this.#first.set(i, its);
          } else if (first.candidate !== candidate && score > (this.#second.get(i)?.score ?? -1))
            this.#second.set(i, its);
        }
    });
  }

  otherAt(token: number, candidate: number): Covering | undefined {
    const first = this.#first.get(token);
    return first?.candidate === candidate ? this.#second.get(token) : first;
  }
}

const taggerFeatures = (
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
  ];
  row.set(values, start);
  return start + values.length;
};

/** How far and over what a list goes on: "A, B and C", "A (B), C". */
const COMPANY_REACH = 4;
const BETWEEN = /^(?:,|and|or|&|\/|\(|\)|as|well|with|the|on|than|vs)$/;

/** What stands in one list with a candidate, and what kind the tagger gives that: names in a list are alike. */
const companyFeatures = (
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

interface PaperFacts {
  readonly colon: number;
  readonly titleHeads: number;
  readonly heads: readonly number[];
  readonly lowerWords: ReadonlySet<string>;
}

const paperFacts = (document: Document): PaperFacts => {
  const heads = [0, 0, 0, 0, 0];
  let colon = -1;
  let titleHeads = 0;
  const lowerWords = new Set<string>();
  document.words.forEach((word, i) => {
    const head = headOf(word.cues);
    heads[head]! += 1;
    if (word.capitals === 0) lowerWords.add(word.text);
    if (i >= document.titleTokens) return;
    if (colon >= 0) titleHeads |= head > 0 ? 1 << (head - 1) : 0;
    else if (word.text === ":") colon = i;
  });
  return { colon, titleHeads, heads, lowerWords };
};

const formFeatures = (
  document: Document,
  candidate: Candidate,
  paper: PaperFacts,
  row: Float32Array,
  start: number,
): number => {
  const { surfaces, mentions } = candidate;
  const long = surfaces[0]!;
  const short = surfaces.at(-1)!;
  const { words, titleTokens } = document;
  const widest = mentions.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  let rarest = 99;
  let commonest = 0;
  let capitalised = 0;
  let small = true;
  for (let i = widest.from; i < widest.to; i++) {
    const word = words[i]!;
    if (word.capitals > 0) capitalised += 1;
    if (!word.isWord) continue;
    rarest = Math.min(rarest, word.frequency);
    commonest = Math.max(commonest, word.frequency);
    if (word.capitals > 0 && !paper.lowerWords.has(word.lower)) small = false;
  }
  const last = words[widest.to - 1]!;
  const head = headOf(last.cues);
  const inTitle = mentions.some(({ from }) => from < titleTokens);
  const inAbstract = mentions.some(({ from }) => from >= titleTokens);
  const values = [
    +inTitle,
    +inAbstract,
    +(candidate.acronym !== undefined),
    surfaces.length,
    long.length,
    widest.to - widest.from,
    short.length,
    +/\p{Lu}/u.test(short),
    +(short === short.toUpperCase() && /\p{Lu}/u.test(short)),
    +/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(short),
    +/\p{N}/u.test(short),
    +short.includes("-"),
    +(long === long.toLowerCase()),
    +/[\\${}^]/.test(long),
    +/\d ?[bBmM]\b/.test(long),
    +small,
    rarest,
    commonest,
    last.frequency,
    +(head === 1),
    +(head === 2),
    +(head === 3),
    +(head === 4),
    mentions[0]!.from / words.length,
    +(paper.colon > 0 && mentions.some(({ to }) => to <= paper.colon)),
    paper.titleHeads,
    paper.heads[1]!,
    paper.heads[2]!,
    paper.heads[3]!,
    +(inTitle && !inAbstract),
    capitalised,
  ];
  row.set(values, start);
  return start + values.length;
};

const listFeatures = (
  document: Document,
  candidate: Candidate,
  list: HashTable | undefined,
  row: Float32Array,
  start: number,
): number => {
  const flags = listedFlags(candidate, list);
  let ending = 0;
  if (list)
    for (const { from, to } of candidate.mentions)
      for (let k = from + 1; k < to; k++) {
        let key = "";
        for (let i = k; i < to; i++) key += document.words[i]!.folded;
        if (key.length < 3) continue;
        const id = idOfKey(key);
        const at = list.find(Math.floor(id / 65536), id % 65536);
        if (at >= 0) ending |= list.byte(at, 0);
      }
  const values = [
    +((flags & LISTED.METHOD) > 0),
    +((flags & LISTED.MODEL) > 0),
    +((flags & LISTED.DATASET) > 0),
    +((flags & LISTED.TASK) > 0),
    +((flags & LISTED.ESTABLISHED) > 0),
    +((flags & LISTED.GENERAL) > 0),
    +((ending & LISTED.ESTABLISHED) > 0),
    +((ending & LISTED.GENERAL) > 0),
    ending & 7,
  ];
  row.set(values, start);
  return start + values.length;
};

const contextFeatures = (document: Document, candidate: Candidate, row: Float32Array, start: number): number => {
  candidate.mentions.forEach(({ from, to }, m) => {
    const bits = mentionContext(document, from, to);
    for (let b = 0; b < CONTEXT_COUNT; b++)
      if (bits & (1 << b)) {
        row[start + b]! += 1;
        if (m === 0) row[start + CONTEXT_COUNT + b] = 1;
      }
  });
  return start + 2 * CONTEXT_COUNT;
};

/** Statistics of the name that most abstracts of the corpus have. */
const corpusFeatures = (candidate: Candidate, table: HashTable | undefined, row: Float32Array, start: number): void => {
  const one = new Float32Array(NAME_STATISTICS_WIDTH);
  row.fill(-1, start, start + NAME_STATISTICS_WIDTH);
  for (const key of candidate.keys) {
    const id = idOfKey(key);
    nameStatistics(table, Math.floor(id / 65536), id % 65536, one, 0);
    if (one[0]! > row[start]!) row.set(one, start);
  }
};
