import { CUE, headOf } from "../cue-words.js";
import { acronymPairsOf, type Document } from "../document.js";
import { featureHash, hashText, mixHashes } from "../hash.js";
import type { HashTable } from "../statistics/hash-table.js";
import { findListedNames, findNames, LISTED } from "../statistics/name-list.js";

/** Groups of features, so that each can be left out to measure what it brings. */
export const TOKEN_FEATURE_GROUPS = [
  "words",
  "shape",
  "context",
  "lists",
  "clusters",
  "document",
  "acronyms",
  "corpus",
] as const;
export type TokenFeatureGroup = (typeof TOKEN_FEATURE_GROUPS)[number];

export interface TokenFeatureSources {
  readonly nameList?: HashTable | undefined;
  readonly nameStatistics?: HashTable | undefined;
  readonly without?: readonly TokenFeatureGroup[];
}

/** Feature hashes of all tokens: those of token i are `values[start[i]] ... values[start[i + 1] - 1]`. */
export interface TokenFeatures {
  readonly values: Int32Array;
  readonly start: Int32Array;
}

const NONE = hashText("_");

export const tokenFeatures = (document: Document, sources: TokenFeatureSources): TokenFeatures => {
  const { words, sentences, sentenceOf } = document;
  const n = words.length;
  const off = new Set(sources.without ?? []);
  const on = (group: TokenFeatureGroup): boolean => !off.has(group);
  const useWords = on("words");
  const useShape = on("shape");
  const useContext = on("context");
  const useLists = on("lists") && sources.nameList !== undefined;
  const useClusters = on("clusters");
  const useDocument = on("document");
  const marks = useLists ? listMarks(document, sources.nameList!) : undefined;
  const names = on("corpus") && sources.nameStatistics ? corpusMarks(document, sources.nameStatistics) : undefined;
  const pairs = on("acronyms") ? acronymMarks(document) : undefined;
  const facts = documentFacts(document);
  const start = new Int32Array(n + 1);
  let values = new Int32Array(n * 72);
  let size = 0;
  const add = (template: number, value: number): void => {
    values[size++] = featureHash(template, value);
  };
  for (let i = 0; i < n; i++) {
    start[i] = size;
    if (size + 128 > values.length) {
      const larger = new Int32Array(values.length * 2);
      larger.set(values);
      values = larger;
    }
    const word = words[i]!;
    const first = sentences[sentenceOf[i]!]!;
    const end = sentences[sentenceOf[i]! + 1]!;
    const inTitle = i < document.titleTokens ? 1 : 0;
    add(0, inTitle);
    if (useWords) {
      add(1, word.lowerHash);
      add(2, word.hash);
      add(3, word.prefix3);
      add(4, word.prefix4);
      add(5, word.suffix2);
      add(6, word.suffix3);
      add(7, word.suffix4);
      if (word.firstPart) {
        add(8, word.firstPart);
        add(9, word.lastPart);
      }
    }
    if (useShape) {
      add(10, word.shapeHash);
      add(11, mixHashes(word.shapeHash, inTitle * 2 + (i === first ? 1 : 0)));
      add(12, Math.min(word.capitals, 4) * 4 + (word.isNameLike ? 2 : 0) + (word.isCapitalised ? 1 : 0));
      add(13, mixHashes(word.shapeHash, word.frequency >> 1));
    }
    if (useClusters) add(14, word.frequency);
    if (useContext) {
      for (let o = -3; o <= 3; o++) {
        if (o === 0) continue;
        const j = i + o;
        const other = j >= first && j < end ? words[j]! : undefined;
        add(20 + o, other ? other.lowerHash : NONE);
        if (o >= -2 && o <= 2) add(30 + o, other ? other.shapeHash : NONE);
      }
      const before = i > first ? words[i - 1]!.lowerHash : NONE;
      const after = i + 1 < end ? words[i + 1]!.lowerHash : NONE;
      add(35, mixHashes(before, word.lowerHash));
      add(36, mixHashes(word.lowerHash, after));
      add(37, mixHashes(before, after));
      add(38, mixHashes(before, word.shapeHash));
      add(39, mixHashes(word.shapeHash, after));
    }
    if (useClusters)
      for (let o = -2; o <= 2; o++) {
        const j = i + o;
        if (j < first || j >= end) continue;
        const [a, b, c] = words[j]!.clusters;
        if (a) add(42 + o, a);
        if (b) add(47 + o, b);
        if (c) add(52 + o, c);
        if (o === 1 && a) add(56, mixHashes(word.clusters[1], b));
      }
    if (marks) {
      for (let o = -2; o <= 2; o++) {
        const j = i + o;
        if (j < first || j >= end) continue;
        if (marks[j]) add(60 + o, marks[j]!);
      }
      if (marks[i]) {
        add(63, mixHashes(marks[i]!, word.shapeHash));
        add(64, mixHashes(marks[i]!, word.lowerHash));
      }
    }
    if (names) {
      if (names[i]) {
        add(80, names[i]!);
        add(81, mixHashes(names[i]!, word.shapeHash));
      }
      if (i > first && names[i - 1]) add(82, names[i - 1]!);
      if (i + 1 < end && names[i + 1]) add(83, names[i + 1]!);
    }
    if (pairs?.[i]) {
      add(84, pairs[i]!);
      add(85, mixHashes(pairs[i]!, word.shapeHash));
    }
    if (useDocument) {
      add(70, Math.min(facts.count[i]!, 5) * 8 + (word.capitals > 0 ? 4 : 0) + (facts.alsoLower[i] ? 2 : 0) + inTitle);
      add(71, facts.bracket[i]!);
      add(72, facts.cue[i]!);
      add(73, mixHashes(facts.cue[i]!, word.shapeHash));
      if (facts.head[i]) {
        add(74, facts.head[i]!);
        add(75, mixHashes(facts.head[i]!, word.shapeHash));
      }
      if (facts.colon[i]) {
        add(76, facts.colon[i]!);
        add(77, mixHashes(facts.colon[i]!, facts.titleHead));
      }
      if (facts.inColonName[i]) {
        add(78, facts.titleHead);
        add(79, mixHashes(facts.titleHead, word.shapeHash));
      }
    }
  }
  start[n] = size;
  return { values: values.slice(0, size), start };
};

/** For each token what the lists say of the name it lies in: flags, beginning or inside, written with a capital or not. */
const listMarks = (document: Document, list: HashTable): Int32Array => {
  const marks = new Int32Array(document.words.length);
  const kinds = LISTED.METHOD | LISTED.MODEL | LISTED.DATASET | LISTED.ESTABLISHED | LISTED.GENERAL;
  for (const wanted of [LISTED.TASK, kinds])
    for (const { from, to, flags } of findListedNames(document, list, wanted)) {
      let capital = 0;
      for (let j = from; j < to; j++) if (document.words[j]!.capitals > 0) capital = 1;
      for (let j = from; j < to; j++)
        marks[j] = 1 + (j > from ? 1 : 0) + 2 * capital + 4 * flags + 256 * Math.min(to - from, 3);
    }
  return marks;
};

/**
 * For each token what the corpus knows of the longest name that it lies in: beginning or inside, how common the name
 * is, how often it has a capital, what it stands before.
 */
const corpusMarks = (document: Document, table: HashTable): Int32Array => {
  const marks = new Int32Array(document.words.length);
  for (const { from, to, row } of findNames(document, table, LONGEST_CORPUS_NAME)) {
    const common = Math.min(3, table.byte(row, 0) >> 4);
    const capital = table.byte(row, 2) >> 6;
    let head = 0;
    for (let h = 1; h <= 4; h++)
      if (table.byte(row, 2 + h) > Math.max(25, head ? table.byte(row, 2 + head) : 0)) head = h;
    for (let j = from; j < to; j++)
      marks[j] = 1 + (j > from ? 1 : 0) + 2 * (to - from > 1 ? 1 : 0) + 4 * common + 16 * capital + 64 * head;
  }
  return marks;
};

const LONGEST_CORPUS_NAME = 5;

/** For each token whether it is a short form that the paper spells out (1), or begins (2) or goes on (3) a long form. */
const acronymMarks = (document: Document): Uint8Array => {
  const marks = new Uint8Array(document.words.length);
  const { starts, ends } = document;
  for (const { short, long } of acronymPairsOf(document)) {
    for (const [range, first, rest] of [
      [long, 2, 3],
      [short, 1, 1],
    ] as const) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle]! < range.start) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < ends.length && ends[i]! <= range.end; i++) marks[i] = i === low ? first : rest;
    }
  }
  return marks;
};

interface DocumentFacts {
  /** How often the word stands in the paper. */
  readonly count: Int32Array;
  /** 1 where the capitalised word also stands without capital. */
  readonly alsoLower: Uint8Array;
  /** Distance into a bracket, and whether it closes right behind. */
  readonly bracket: Int32Array;
  /** Last verb of presenting in the sentence, as far as it is near; 0 for none. */
  readonly cue: Int32Array;
  /** Kind and distance of the next head word in the sentence. */
  readonly head: Int32Array;
  /** 1 or 2 in a title "X: ...", before or after the colon. */
  readonly colon: Uint8Array;
  /** 1 where the word stands before the colon of the title. */
  readonly inColonName: Uint8Array;
  /** What kind of head words stand after the colon, as bits. */
  readonly titleHead: number;
}

const documentFacts = (document: Document): DocumentFacts => {
  const { words, sentences, titleTokens } = document;
  const n = words.length;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  const count = new Int32Array(n);
  const alsoLower = new Uint8Array(n);
  const bracket = new Int32Array(n);
  const cue = new Int32Array(n);
  const head = new Int32Array(n);
  const colon = new Uint8Array(n);
  const inColonName = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    count[i] = counts.get(words[i]!.text)!;
    if (words[i]!.capitals > 0 && counts.has(words[i]!.lower)) alsoLower[i] = 1;
  }
  for (let s = 0; s + 1 < sentences.length; s++) {
    const first = sentences[s]!;
    const end = sentences[s + 1]!;
    let depth = -1;
    let verb = 0;
    let since = 0;
    for (let i = first; i < end; i++) {
      const { text, cues } = words[i]!;
      if (text === ")" || text === "]") depth = -1;
      if (depth >= 0) {
        depth += 1;
        const closes = i + 1 < end && words[i + 1]!.text === ")";
        bracket[i] = Math.min(depth, 4) * 2 + (closes ? 1 : 0);
      }
      if (text === "(" || text === "[") depth = 0;
      cue[i] = verb === 0 || since > 12 ? 0 : verb * 4 + Math.min(since >> 1, 3);
      since += 1;
      if (cues & CUE.PRESENTS) {
        verb = 1;
        since = 0;
      } else if (text === ";" || text === ":") verb = 0;
    }
    let kind = 0;
    let far = 0;
    for (let i = end - 1; i >= first; i--) {
      head[i] = kind === 0 || far > 6 ? 0 : kind * 8 + Math.min(far, 6);
      far += 1;
      const its = headOf(words[i]!.cues);
      if (its > 0) {
        kind = its;
        far = 0;
      } else if (words[i]!.text === ".") kind = 0;
    }
  }
  let titleHead = 0;
  let at = -1;
  for (let i = 1; i < titleTokens - 1 && at < 0; i++) if (words[i]!.text === ":") at = i;
  if (at > 0 && at <= 6) {
    const names = new Set<string>();
    for (let i = 0; i < titleTokens; i++) {
      colon[i] = i < at ? 1 : 2;
      if (i < at && words[i]!.isWord) names.add(words[i]!.text);
      if (i > at) titleHead |= 1 << headOf(words[i]!.cues);
    }
    for (let i = 0; i < n; i++) if (names.has(words[i]!.text)) inColonName[i] = 1;
  }
  return { count, alsoLower, bracket, cue, head, colon, inColonName, titleHead: titleHead + 1 };
};
