import { CUE, headOf } from "../cue-words.js";
import type { Document } from "../document.js";
import { featureHash, hashText, mixHashes } from "../hash.js";
import { LISTED } from "../statistics/name-list.js";
import { shapeOf } from "../word-facts.js";
import type { Candidate } from "./candidates.js";
import { descriptionRange } from "./mention-context.js";

const MENTIONS = 8;
const TELLING = new Set(
  (
    "dataset datasets benchmark benchmarks corpus corpora model models framework method approach algorithm system " +
    "architecture network loss module library toolkit task shared challenge leaderboard collection annotated release " +
    "pretrained llm foundation agent pipeline metric score survey"
  ).split(" "),
);

/** What the paper as a whole adds to the features of each of its candidates. */
export const documentWordFeatures = (document: Document): number[] => {
  const counts = new Map<string, number>();
  for (const { lower } of document.words) if (TELLING.has(lower)) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  return [...counts].map(([word, count]) => featureHash(200, mixHashes(hashText(word), Math.min(count, 3))));
};

type Add = (template: number, value: number) => void;

/** What a name says by itself, whatever stands around it, as hashes: spelling, words, lists, clusters. */
export const nameFeatures = (document: Document, candidate: Candidate, listed: number): Int32Array => {
  const found = new Set<number>();
  addName(document, candidate, listed, (template, value) => {
    found.add(featureHash(template, value));
  });
  return Int32Array.from(found);
};

const addName = (document: Document, candidate: Candidate, listed: number, add: Add): void => {
  const long = candidate.surfaces[0]!;
  const short = candidate.surfaces.at(-1)!;
  spelling(long, 0, add);
  spelling(short, 20, add);
  const parts = long.toLowerCase().match(/\p{L}+|\p{N}+(?:\.\p{N}+)?|[^\s\p{L}\p{N}]/gu) ?? [];
  for (const part of parts) add(40, hashText(part));
  add(41, hashText(parts.at(-1) ?? ""));
  add(42, hashText(parts.slice(-2).join(" ")));
  add(43, hashText(parts.join(" ")));
  for (let bit = 1; bit <= LISTED.GENERAL; bit <<= 1) if (listed & bit) add(44, bit);
  ownClusters(document, candidate, add);
};

/**
 * Words in and around a candidate, as hashes without repeats: the spelling of its longest and shortest surface, the
 * words beside its mentions, what it is said to be, what the title says behind its colon.
 */
export const wordFeatures = (
  document: Document,
  candidate: Candidate,
  listed: number,
  ofDocument: readonly number[],
): Int32Array => {
  const found = new Set<number>(ofDocument);
  const add: Add = (template, value) => {
    found.add(featureHash(template, value));
  };
  const { words } = document;
  addName(document, candidate, listed, add);
  let seen = 0;
  for (const mention of candidate.mentions) {
    if (seen++ >= MENTIONS) break;
    mentionFeatures(document, mention.from, mention.to, add);
  }
  const names = candidate.mentions.filter(({ from }) => from < document.titleTokens);
  let colon = -1;
  for (let i = 1; i < document.titleTokens - 1 && colon < 0; i++) if (words[i]!.text === ":") colon = i;
  if (colon > 0 && names.some(({ to }) => to <= colon)) {
    add(100, names.some(({ from, to }) => from === 0 && to === colon) ? 2 : 1);
    for (let i = colon + 1; i < Math.min(document.titleTokens, colon + 12); i++) add(101, words[i]!.lowerHash);
  }
  return Int32Array.from(found);
};

/** Clusters of the words of the widest mention, of its first and last word, and of both together. */
const ownClusters = (document: Document, { mentions }: Candidate, add: Add): void => {
  const widest = mentions.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const first = document.words[widest.from]!;
  const last = document.words[widest.to - 1]!;
  const many = widest.to - widest.from > 1 ? 1 : 0;
  for (let i = widest.from; i < widest.to; i++) {
    const { clusters } = document.words[i]!;
    if (clusters[1]) add(160, clusters[1]);
    if (clusters[2]) add(161, clusters[2]);
  }
  add(162, mixHashes(last.clusters[0], many));
  add(163, mixHashes(last.clusters[1], many));
  add(164, mixHashes(last.clusters[2], many));
  if (!many) return;
  add(165, mixHashes(first.clusters[1], last.clusters[1]));
  add(166, mixHashes(first.lowerHash, last.clusters[1]));
  add(167, mixHashes(first.clusters[1], last.lowerHash));
  add(168, mixHashes(first.clusters[2], last.clusters[2]));
};

const spelling = (surface: string, template: number, add: Add): void => {
  const framed = `^${surface.toLowerCase()}$`;
  for (const n of [3, 4, 5]) {
    add(template + n, hashText(framed.slice(0, n)));
    add(template + 5 + n, hashText(framed.slice(-n)));
  }
  add(template + 1, hashText(shapeOf(surface)));
};

const mentionFeatures = (document: Document, from: number, to: number, add: Add): void => {
  const { words, sentences, sentenceOf } = document;
  const first = sentences[sentenceOf[from]!]!;
  const end = sentences[sentenceOf[from]! + 1]!;
  const field = from < document.titleTokens ? 50 : 0;
  for (let k = 1; k <= 5 && from - k >= first; k++) {
    const word = words[from - k]!;
    add(50 + field + Math.min(k, 4), word.lowerHash);
    if (k <= 2 && word.clusters[1]) add(57 + field + k, word.clusters[1]);
  }
  for (let k = 0; k < 7 && to + k < end; k++) {
    const word = words[to + k]!;
    add(60 + field + Math.min(k, 4), word.lowerHash);
    if (k < 2 && word.clusters[1]) add(66 + field + k, word.clusters[1]);
  }
  if (from - 1 >= first)
    add(70 + field, mixHashes(from - 2 >= first ? words[from - 2]!.lowerHash : 1, words[from - 1]!.lowerHash));
  if (to < end) add(71 + field, mixHashes(words[to]!.lowerHash, to + 1 < end ? words[to + 1]!.lowerHash : 1));
  const described = descriptionRange(document, to, end);
  if (described) {
    const [a, b] = described;
    add(150, words[b - 1]!.lowerHash);
    for (let i = Math.max(a, b - 4); i < b; i++) add(151, words[i]!.lowerHash);
    for (let i = a; i < b; i++) if (headOf(words[i]!.cues) > 0) add(152, headOf(words[i]!.cues));
  }
  for (let i = from - 1, k = 0; i >= first && k < 12; i--, k++) {
    if (!(words[i]!.cues & CUE.PRESENTS)) continue;
    add(153, 1);
    add(154, words[i]!.lowerHash);
    for (let j = Math.max(i + 1, from - 5); j < from; j++) add(155, words[j]!.lowerHash);
    break;
  }
  // The first head words of the sentence before and behind: "a framework called X", "on X and Y datasets".
  for (let i = to, k = 0; i < end && k < 10; i++, k++)
    if (headOf(words[i]!.cues) > 0) {
      add(156, mixHashes(words[i]!.lowerHash, Math.min(k, 4)));
      break;
    }
  for (let i = from - 1, k = 0; i >= first && k < 8; i--, k++)
    if (headOf(words[i]!.cues) > 0) {
      add(157, mixHashes(words[i]!.lowerHash, Math.min(k, 4)));
      break;
    }
  add(158, words[first]!.lowerHash);
  if (first + 1 < end) add(159, mixHashes(words[first]!.lowerHash, words[first + 1]!.lowerHash));
};
