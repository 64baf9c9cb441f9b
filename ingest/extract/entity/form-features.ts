import { headOf } from "../cue-words.js";
import type { Document } from "../document.js";
import type { Candidate } from "./candidates.js";

export const FORM_NAMES = [
  "in title",
  "in abstract",
  "has acronym",
  "surfaces",
  "characters",
  "tokens",
  "characters of shortest",
  "capital in shortest",
  "all capitals",
  "capital inside",
  "digit",
  "hyphen",
  "all small letters",
  "markup",
  "size in parameters",
  "also in small letters",
  "rarest word",
  "commonest word",
  "frequency of last word",
  "head word of dataset",
  "head word of model",
  "head word of method",
  "head word of task",
  "place of first mention",
  "before colon of title",
  "title says after colon",
  "dataset words in paper",
  "model words in paper",
  "method words in paper",
  "title case only",
  "capitalised tokens",
];
/** What is the same for all candidates of a paper. */
export interface PaperFacts {
  readonly colon: number;
  readonly titleHeads: number;
  readonly heads: readonly number[];
  readonly lowerWords: ReadonlySet<string>;
}

export const paperFacts = (document: Document): PaperFacts => {
  const heads = [0, 0, 0, 0, 0];
  let colon = -1;
  let titleHeads = 0;
  const lowerWords = new Set<string>();
  document.words.forEach((word, i) => {
    const head = headOf(word.cues);
    heads[head]! += 1;
    if (word.capitals === 0) lowerWords.add(word.text);
    if (i >= document.titleTokens) return;
    if (colon >= 0) titleHeads |= head > 0 ? 1 << (head - 1) : 0;
    else if (word.text === ":") colon = i;
  });
  return { colon, titleHeads, heads, lowerWords };
};

/** How a candidate is spelled, and where it stands. */
export const formFeatures = (
  document: Document,
  candidate: Candidate,
  paper: PaperFacts,
  row: Float32Array,
  start: number,
): number => {
  const { surfaces, mentions } = candidate;
  const long = surfaces[0]!;
  const short = surfaces.at(-1)!;
  const { words, titleTokens } = document;
  const widest = mentions.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  let rarest = 99;
  let commonest = 0;
  let capitalised = 0;
  let small = true;
  for (let i = widest.from; i < widest.to; i++) {
    const word = words[i]!;
    if (word.capitals > 0) capitalised += 1;
    if (!word.isWord) continue;
    rarest = Math.min(rarest, word.frequency);
    commonest = Math.max(commonest, word.frequency);
    if (word.capitals > 0 && !paper.lowerWords.has(word.lower)) small = false;
  }
  const last = words[widest.to - 1]!;
  const head = headOf(last.cues);
  const inTitle = mentions.some(({ from }) => from < titleTokens);
  const inAbstract = mentions.some(({ from }) => from >= titleTokens);
  const values = [
    +inTitle,
    +inAbstract,
    +(candidate.acronym !== undefined),
    surfaces.length,
    long.length,
    widest.to - widest.from,
    short.length,
    +/\p{Lu}/u.test(short),
    +(short === short.toUpperCase() && /\p{Lu}/u.test(short)),
    +/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(short),
    +/\p{N}/u.test(short),
    +short.includes("-"),
    +(long === long.toLowerCase()),
    +/[\\${}^]/.test(long),
    +/\d ?[bBmM]\b/.test(long),
    +small,
    rarest,
    commonest,
    last.frequency,
    +(head === 1),
    +(head === 2),
    +(head === 3),
    +(head === 4),
    mentions[0]!.from / words.length,
    +(paper.colon > 0 && mentions.some(({ to }) => to <= paper.colon)),
    paper.titleHeads,
    paper.heads[1]!,
    paper.heads[2]!,
    paper.heads[3]!,
    +(inTitle && !inAbstract),
    capitalised,
  ];
  row.set(values, start);
  return start + values.length;
};
