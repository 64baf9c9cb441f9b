/** Words, in lower case, that sentences are made of and titles seldom have. */
const CLAUSE_WORDS = new Set(
  (
    "we our us this these those it its they their is are was were be been has have had do does can could may might will would should " +
    "which that while when however moreover furthermore although because thus therefore here there such show shows shown propose " +
    "proposes proposed present presents introduce introduces introduced demonstrate demonstrates achieve achieves study studies " +
    "investigate provide provides find report reports describe describes develop apply use uses used evaluate compare outperforms " +
    "improves improve allows enables require requires remain remains make makes paper work results experiments existing recent"
  ).split(" "),
);

/** An end of a sentence followed by the start of another; abbreviations and initials are none. */
const BREAK =
  /(?<!\b(?:vs|al|e\.g|i\.e|cf|etc|Dr|Prof|Vol|No|Fig|Eq|St|resp|approx|\p{Lu}))[.!?]["')\]\u201d]*\s+(?=["'(\u201c]?[\p{Lu}\d])/gu;
const END = /(?:[.!][)"'\]\u201d\u2019]*|[\u3002\uff01])$/;
/** Chinese and Japanese have no spaces and no capitals: there the full stops and the length tell. */
const IDEOGRAPHIC_STOP = /[\u3002\uff01\uff1b]/g;
const ADDRESS_END = /https?:\/\/\S+$|https?: \/\/\S+$/;

/** Facts of a text that tell a title from an abstract. */
export interface Shape {
  readonly words: number;
  readonly ends: boolean;
  readonly breaks: number;
  readonly clauses: number;
}

export function shapeOf(text: string): Shape {
  const words = text.split(" ");
  const sample = words.slice(0, 400);
  const sampleText = text.slice(0, 4_000);
  const tail = text.slice(-500);
  return {
    words: words.length,
    ends: END.test(tail) || ADDRESS_END.test(tail),
    breaks: [...sampleText.matchAll(BREAK), ...sampleText.slice(0, -1).matchAll(IDEOGRAPHIC_STOP)].length,
    clauses: sample.filter((word, at) => isClauseWord(word, at)).length,
  };
}

/** `The`, `We` and `This` open sentences as well; elsewhere a capital makes it a word of a title. */
const isClauseWord = (word: string, at: number): boolean =>
  CLAUSE_WORDS.has((at === 0 ? word.toLowerCase() : word).replace(/[,;:.]+$/, ""));

/** Above 0 a text reads as an abstract, below as a title; from -6 to 8. Length counts least: titles can be long, abstracts short. */
export function proseScore(text: string): number {
  const { words, ends, breaks, clauses } = shapeOf(text);
  let score = ends ? (clauses === 0 && /!\W*$/.test(text.slice(-500)) ? 0 : 2.5) : -2;
  score += Math.min(breaks, 3) * 2 + Math.min(clauses, 5) * 0.7;
  if (clauses === 0 && breaks === 0) score -= 1.5;
  if (text.length > 250) score += 1;
  if (text.length > 400) score += 2;
  if (text.length > 700) score += 2;
  if (text.length < 25) score -= 2;
  if (!ends && /^[^.]{2,80}:\s\S/.test(text)) score -= 1;
  const long = text.split(" ").filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words >= 3 && long.length > 0 && capitals / long.length > 0.6) score -= 1.5;
  return Math.max(-6, Math.min(8, score));
}

/** Whether a text is about research at all: a page of other prose has no papers. */
export const isScholarly = (text: string): boolean =>
  /\b(?:we|our|papers?|stud(?:y|ies)|propos\w+|methods?|models?|results?|approach\w*|algorithms?|data(?:sets?)?|benchmarks?|experiments?|evaluat\w+|learning|networks?|framework|theor\w+|analy\w+|performance|survey|research)\b/i.test(
    text,
  );
