import type { Document } from "../document.js";
import type { Candidate } from "./candidates.js";

/**
 * Whether the title is "X: ..." and X, whole, is one of a candidate's names. Then the paper introduces it: so it is in
 * 1,378 of 1,386 annotated papers, and the few models that are known by name everywhere are no exception.
 */
export const isNamedByTitle = ({ words, titleTokens }: Document, { mentions }: Candidate): boolean => {
  const [first] = mentions;
  return first?.from === 0 && first.to < titleTokens - 1 && words[first.to]!.text === ":";
};
