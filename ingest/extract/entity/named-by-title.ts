import type { Document } from "../document.js";
import type { Candidate } from "./candidates.js";

/**
 * Whether the title is "X: ..." and X, whole, is one of a candidate's names. Then the paper introduces it, nearly without
 * exception among the annotated papers; and a name that is known everywhere is none.
 */
export const isNamedByTitle = ({ words, titleTokens }: Document, { mentions }: Candidate): boolean => {
  const [first] = mentions;
  return first?.from === 0 && first.to < titleTokens - 1 && words[first.to]!.text === ":";
};
