import { CUE, headOf } from "../cue-words.js";
import type { Document } from "../document.js";

/** What the sentence and the paper tell of each token. */
export interface DocumentFacts {
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

export const documentFacts = (document: Document): DocumentFacts => {
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
