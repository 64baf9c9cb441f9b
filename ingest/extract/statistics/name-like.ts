import type { Document } from "../document.js";
import type { HashTable } from "./hash-table.js";
import { findListedNames, LISTED } from "./name-list.js";

/** Tokens `from` to `to`, exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const LONGEST_RUN = 6;
const TECHNIQUE_HEADS = new Set(
  (
    "learning descent regression attention network networks loss optimization pruning distillation sampling tuning " +
    "clustering decoding encoding embedding embeddings factorization decomposition programming search algorithm " +
    "transform filter filtering machine machines forest boosting tree trees process processes inference prompting " +
    "quantization transformer transformers autoencoder autoencoders model models method normalization augmentation " +
    "regularization estimation adaptation alignment generation retrieval detection segmentation divergence kernel " +
    "kernels prior priors equation theorem theory dynamics diffusion flow matching parsing analysis simulation"
  ).split(" "),
);

/**
 * Stretches of a text that may be names: runs of capitalised or name-like words (and each name-like word of a run),
 * names of the lists, and two or three small words that end in the head word of techniques.
 */
export const nameLikeRanges = (document: Document, list: HashTable | undefined): TokenRange[] => {
  const { words, sentences } = document;
  const found: TokenRange[] = [];
  const seen = new Set<number>();
  const add = (from: number, to: number): void => {
    const id = from * 64 + (to - from);
    if (to - from > LONGEST_RUN || seen.has(id)) return;
    seen.add(id);
    found.push({ from, to });
  };
  for (let s = 0; s + 1 < sentences.length; s++) {
    const first = sentences[s]!;
    const end = sentences[s + 1]!;
    const titleCase = first < document.titleTokens;
    let run = -1;
    for (let i = first; i <= end; i++) {
      const word = i < end ? words[i]! : undefined;
      const starts = word !== undefined && (word.isNameLike || (word.isCapitalised && i > first && !titleCase));
      const goesOn = run >= 0 && word !== undefined && (starts || /^[\d.]+$/.test(word.text));
      if (starts && word.isNameLike) add(i, i + 1);
      if (starts && run < 0) run = i;
      else if (run >= 0 && !goesOn) {
        add(run, i);
        run = -1;
      }
    }
    for (let i = first + 1; i < end; i++) {
      const word = words[i]!;
      if (word.capitals > 0 || !TECHNIQUE_HEADS.has(word.lower)) continue;
      for (let k = 1; k <= 2 && i - k >= first; k++) {
        const before = words[i - k]!;
        if (!before.isWord || before.cues & STOP_CUES) break;
        add(i - k, i + 1);
      }
    }
  }
  if (list)
    for (const { from, to } of findListedNames(
      document,
      list,
      LISTED.METHOD | LISTED.MODEL | LISTED.DATASET | LISTED.ESTABLISHED | LISTED.GENERAL,
    ))
      add(from, to);
  return found;
};

/** Articles, prepositions, verbs of presenting: never inside a technique's name. */
const STOP_CUES = 16 | 256 | 512 | 1024 | 2048;
