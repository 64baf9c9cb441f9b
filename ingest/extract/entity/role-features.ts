import { CUE } from "../cue-words.js";
import type { Document } from "../document.js";
import { featureHash, mixHashes } from "../hash.js";
import type { Candidate } from "./candidates.js";

const MENTIONS = 6;
const VERBS = CUE.PRESENTS | CUE.EVALUATES | CUE.USES | CUE.COMPARES;

/** What tells what a paper does with a thing, beside the words around it: the verbs, who does it, and where. */
export const roleFeatures = (document: Document, candidate: Candidate, kind: number, words: Int32Array): Int32Array => {
  const found = new Set<number>(words);
  const add = (template: number, value: number): void => {
    found.add(featureHash(300 + template, value));
  };
  add(0, kind);
  const { words: text, sentences, sentenceOf, titleTokens } = document;
  add(1, Math.min(candidate.mentions.length, 4));
  const first = candidate.mentions[0]!;
  add(2, Math.min(9, Math.floor((10 * first.from) / text.length)));
  add(3, (first.from < titleTokens ? 1 : 0) + (candidate.mentions.some(({ from }) => from >= titleTokens) ? 2 : 0));
  for (const { from, to } of candidate.mentions.slice(0, MENTIONS)) {
    const begin = sentences[sentenceOf[from]!]!;
    const end = sentences[sentenceOf[from]! + 1]!;
    const place = from < titleTokens ? 0 : from < text.length * 0.35 ? 1 : from < text.length * 0.7 ? 2 : 3;
    let ours = 0;
    let verb = 0;
    let bits = 0;
    for (let i = begin; i < from; i++) {
      const { lower, cues } = text[i]!;
      if (lower === "we" || lower === "our" || lower === "us") ours = 1;
      if (lower === "this" || lower === "here") ours ||= 2;
      bits |= cues & VERBS;
      if (cues & VERBS) {
        verb = mixHashes(text[i]!.lowerHash, Math.min(3, (from - i) >> 2));
        add(4, text[i]!.lowerHash);
      }
      if (i >= from - 8) add(5, text[i]!.lowerHash);
    }
    add(6, mixHashes(verb, ours));
    add(7, mixHashes(bits, ours * 4 + place));
    add(8, mixHashes(bits, kind));
    add(9, mixHashes(place, kind));
    add(10, mixHashes(verb, kind));
    let after = 0;
    for (let i = to; i < Math.min(end, to + 8); i++) {
      after |= text[i]!.cues & VERBS;
      if (text[i]!.cues & VERBS) add(11, text[i]!.lowerHash);
    }
    add(12, mixHashes(after, bits));
    let sentenceBits = 0;
    for (let i = begin; i < end; i++) {
      sentenceBits |= text[i]!.cues & VERBS;
      if (/^\d/.test(text[i]!.text)) sentenceBits |= 1 << 20;
    }
    add(13, mixHashes(sentenceBits, place));
  }
  return Int32Array.from(found);
};
