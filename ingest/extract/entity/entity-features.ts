import type { Document } from "../document.js";
import type { HashTable } from "../statistics/hash-table.js";
import { LISTED } from "../statistics/name-list.js";
import { NAME_STATISTICS_WIDTH, nameStatistics } from "../statistics/name-statistics.js";
import type { Candidate } from "./candidates.js";
import { FORM_NAMES, formFeatures, paperFacts } from "./form-features.js";
import { COMPANY_NAMES, Cover, companyFeatures, TAGGER_NAMES, taggerFeatures } from "./marginal-features.js";
import { CONTEXT_COUNT, CONTEXT_NAMES, mentionContext } from "./mention-context.js";
import { idOfKey, type NamePrior, PRIOR_NAMES, priorFeatures } from "./name-prior.js";

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
  const cover = new Cover(document, candidates);
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
