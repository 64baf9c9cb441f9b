import { sentences } from "../../src/text/sentences.js";
import type { Span } from "../../src/vocabulary.js";
import { type AcronymPair, acronymPairs } from "./acronyms.js";
import type { PaperText } from "./extractor.js";
import { tokens } from "./tokens.js";
import type { WordBook, WordFacts } from "./word-facts.js";

/** A paper read into tokens and sentences. Title and abstract are one text here, a blank line between them. */
export interface Document {
  readonly id: string;
  readonly text: string;
  /** Where the abstract begins in `text`. */
  readonly bodyStart: number;
  readonly words: readonly WordFacts[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** First token of each sentence, and the number of tokens at the end. */
  readonly sentences: Int32Array;
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** Number of tokens that belong to the title. */
  readonly titleTokens: number;
}

const GAP = "\n\n";

export const readDocument = (paper: PaperText, book: WordBook): Document => {
  const bodyStart = paper.title.length + GAP.length;
  const text = paper.title + GAP + paper.abstract;
  const words: WordFacts[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const first: number[] = [];
  const sentenceOf: number[] = [];
  let titleTokens = 0;
  for (const [field, offset] of [
    [paper.title, 0],
    [paper.abstract, bodyStart],
  ] as const) {
    for (const range of sentences(field)) {
      const found = tokens(field.slice(range.start, range.end));
      if (found.length === 0) continue;
      first.push(words.length);
      for (const token of found) {
        words.push(book.facts(token.text));
        starts.push(offset + range.start + token.start);
        ends.push(offset + range.start + token.end);
        sentenceOf.push(first.length - 1);
      }
    }
    if (offset === 0) titleTokens = words.length;
  }
  first.push(words.length);
  return {
    id: paper.id,
    text,
    bodyStart,
    words,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    sentences: Int32Array.from(first),
    sentenceOf: Int32Array.from(sentenceOf),
    titleTokens,
  };
};

/** The acronyms that title and abstract spell out, as offsets into the joint text. */
export const acronymPairsOf = (document: Document): readonly AcronymPair[] => {
  const known = pairsOf.get(document);
  if (known) return known;
  const pairs = [0, document.bodyStart].flatMap((offset) => {
    const field = offset === 0 ? document.text.slice(0, document.bodyStart) : document.text.slice(offset);
    const moved = ({ start, end }: AcronymPair["short"]) => ({ start: start + offset, end: end + offset });
    return acronymPairs(field).map(({ short, long }) => ({ short: moved(short), long: moved(long) }));
  });
  pairsOf.set(document, pairs);
  return pairs;
};

const pairsOf = new WeakMap<Document, readonly AcronymPair[]>();

/** A stretch of the joint text as a span of the field it lies in. */
export const spanOf = (document: Document, start: number, end: number): Span =>
  start < document.bodyStart
    ? { field: "title", start, end }
    : { field: "abstract", start: start - document.bodyStart, end: end - document.bodyStart };
