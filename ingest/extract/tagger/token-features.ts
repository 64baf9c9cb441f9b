import type { Document } from "../document.js";
import { featureHash, hashText, mixHashes } from "../hash.js";
import type { HashTable } from "../statistics/hash-table.js";
import { documentFacts } from "./document-facts.js";
import { acronymMarks, corpusMarks, listMarks } from "./token-marks.js";

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
