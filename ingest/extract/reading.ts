import { sentences } from "../../src/text/sentences.js";
import type { Span } from "../../src/vocabulary.js";
import type { PaperText } from "./extractor.js";
import { type Token, tokens } from "./tokens.js";

/** A sentence of a paper as the rules read it; offsets of its tokens are those of the field. */
export interface Sentence {
  /** Its place among the sentences of the paper. */
  readonly index: number;
  readonly field: Span["field"];
  /** The whole field. */
  readonly text: string;
  readonly words: readonly Token[];
  /** The words in small letters. */
  readonly lower: readonly string[];
}

/** The sentences of title and abstract, in order. */
export function readSentences(paper: PaperText): Sentence[] {
  const found: Sentence[] = [];
  for (const field of ["title", "abstract"] as const) {
    const text = paper[field];
    for (const { start, end } of sentences(text)) {
      const words = tokens(text.slice(start, end)).map((word) => ({
        text: word.text,
        start: word.start + start,
        end: word.end + start,
      }));
      found.push({ index: found.length, field, text, words, lower: words.map((word) => word.text.toLowerCase()) });
    }
  }
  return found;
}

/** Tokens `from` to `to`, exclusive, of a sentence. */
export interface Mention {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

export const surfaceOf = ({ sentence, from, to }: Mention): string =>
  sentence.text.slice(sentence.words[from]!.start, sentence.words[to - 1]!.end);
