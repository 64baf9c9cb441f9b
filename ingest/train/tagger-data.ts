import type { Document } from "../extract/document.js";
import type { TokenFeatures } from "../extract/tagger/token-features.js";
import { goldLabels } from "./align.js";
import type { GoldEntity } from "./gold.js";
import type { TaggedSentences } from "./tagger-trainer.js";

/** What the tagger learns from, one paper: read, its features, its gold and its fold. */
export interface TaggedPaper {
  readonly document: Document;
  readonly features: TokenFeatures;
  readonly entities: readonly GoldEntity[];
  readonly fold: number;
}

/** Papers as flat arrays in memory that threads can share. */
export const tagSentences = (papers: readonly TaggedPaper[], slotCount: number): TaggedSentences => {
  const tokenCount = sum(papers, ({ document }) => document.words.length);
  const sentenceCount = sum(papers, ({ document }) => document.sentences.length - 1);
  const slots = new Int32Array(new SharedArrayBuffer(4 * sum(papers, ({ features }) => features.values.length)));
  const slotStart = new Int32Array(new SharedArrayBuffer(4 * (tokenCount + 1)));
  const sentenceStart = new Int32Array(new SharedArrayBuffer(4 * (sentenceCount + 1)));
  const fold = new Int8Array(new SharedArrayBuffer(sentenceCount));
  const labels = new Int8Array(new SharedArrayBuffer(tokenCount));
  let token = 0;
  let slot = 0;
  let sentence = 0;
  for (const { document, features, entities, fold: its } of papers) {
    labels.set(goldLabels(document, entities), token);
    for (let i = 0; i < document.words.length; i++) slotStart[token + i] = slot + features.start[i]!;
    for (let k = 0; k < features.values.length; k++) slots[slot + k] = features.values[k]! & (slotCount - 1);
    for (let s = 0; s + 1 < document.sentences.length; s++) {
      sentenceStart[sentence] = token + document.sentences[s]!;
      fold[sentence++] = its;
    }
    token += document.words.length;
    slot += features.values.length;
  }
  slotStart[tokenCount] = slot;
  sentenceStart[sentenceCount] = tokenCount;
  return { slots, slotStart, sentenceStart, fold, labels };
};

const sum = <T>(items: readonly T[], size: (item: T) => number): number =>
  items.reduce((total, item) => total + size(item), 0);
