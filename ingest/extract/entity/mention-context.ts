import { CUE, headOf } from "../cue-words.js";
import type { Document } from "../document.js";

/** What stands around a mention of a name, as bits: counted over a paper, and over a whole corpus. */
export const CONTEXT_NAMES = [
  "next is dataset word",
  "next is model word",
  "next is method word",
  "next is task word",
  "described as dataset",
  "described as model",
  "described as method",
  "described as task",
  "dataset word before",
  "model word before",
  "method word before",
  "task word before",
  "after presenting",
  "after evaluating",
  "after using",
  "after comparing",
  "in a list",
  "after an article",
  "after on or in",
  "after with or by",
  "colon behind",
  "in brackets",
  "comma behind",
  "begins a sentence",
  "in the title",
] as const;
export const CONTEXT_COUNT = CONTEXT_NAMES.length;

/** Bits of CONTEXT_NAMES for tokens `from` to `to`, exclusive. */
export const mentionContext = (document: Document, from: number, to: number): number => {
  const { words, sentences, sentenceOf } = document;
  const first = sentences[sentenceOf[from]!]!;
  const end = sentences[sentenceOf[from]! + 1]!;
  let bits = 0;
  for (let i = to; i < Math.min(end, to + 2); i++) {
    const word = words[i]!;
    const head = headOf(word.cues);
    if (head > 0) {
      bits |= 1 << (head - 1);
      break;
    }
    if (!word.isWord) break;
  }
  const described = descriptionHead(document, to, end);
  if (described > 0) bits |= 1 << (3 + described);
  for (let i = from - 1; i >= Math.max(first, from - 3); i--) {
    const head = headOf(words[i]!.cues);
    if (head > 0) {
      bits |= 1 << (7 + head);
      break;
    }
  }
  for (let i = from - 1; i >= Math.max(first, from - 6); i--) {
    const { cues, text } = words[i]!;
    if (text === ";") break;
    if (cues & CUE.PRESENTS) bits |= 1 << 12;
    if (cues & CUE.EVALUATES) bits |= 1 << 13;
    if (cues & CUE.USES) bits |= 1 << 14;
    if (cues & CUE.COMPARES) bits |= 1 << 15;
    if (cues & CUE.LISTS) bits |= 1 << 16;
  }
  if (from > first) {
    const { cues, text } = words[from - 1]!;
    if (cues & CUE.ARTICLE) bits |= 1 << 17;
    if (cues & CUE.ON || (cues & CUE.ARTICLE && from - 1 > first && words[from - 2]!.cues & CUE.ON)) bits |= 1 << 18;
    if (cues & CUE.BY) bits |= 1 << 19;
    if (text === "(") bits |= 1 << 21;
  } else bits |= 1 << 23;
  if (to < end) {
    const { text } = words[to]!;
    if (text === ":") bits |= 1 << 20;
    if (text === ",") bits |= 1 << 22;
  }
  if (from < document.titleTokens) bits |= 1 << 24;
  return bits;
};

/**
 * The head word of what a name is said to be: "X, a ... benchmark", "X is a ... model", "X: A ... framework", also
 * behind a bracket; as headOf says it. 0 where nothing of the kind follows.
 */
export const descriptionHead = (document: Document, to: number, end: number): number => {
  const range = descriptionRange(document, to, end);
  if (!range) return 0;
  let head = 0;
  for (let i = range[0]; i < range[1]; i++) head = headOf(document.words[i]!.cues) || head;
  return head;
};

const STOPS =
  /^(?:for|of|that|which|to|with|in|on|based|designed|consisting|containing|covering|comprising|from|by|and|where|using|built|tailored|is|are|[,.;:()])$/;

/** Tokens of the noun phrase that says what a name is. */
export const descriptionRange = (
  document: Document,
  to: number,
  end: number,
): readonly [from: number, to: number] | undefined => {
  const { words } = document;
  let i = to;
  if (words[i]?.text === "(" && i < end) {
    while (i < end && words[i]!.text !== ")" && i < to + 14) i++;
    i++;
  }
  while (i < end && i < to + 18 && /^(?:is|are|as|,|--|\u2014|:|which)$/.test(words[i]!.lower)) i++;
  if (i >= end || !/^(?:an?|the|our|this|two|three|new)$/.test(words[i]!.lower)) return undefined;
  const from = i + 1;
  i = from;
  while (i < end && i < from + 9 && !STOPS.test(words[i]!.lower)) i++;
  return i > from ? [from, i] : undefined;
};
