import { createHash } from "node:crypto";
import { foldLetters } from "../../src/text/fold-markup.js";
import type { Paper } from "../paper.js";
import type { PaperRecord } from "./paper-record.js";

/** The ids under which a record says that its paper is known: records that share one are of one paper. */
export function idsOf({ origin, paper }: PaperRecord): string[] {
  const ids = [paper.id, ...origin.otherIds];
  if (paper.arxivId !== null) ids.push(`arxiv:${paper.arxivId}`);
  if (paper.doi !== null) ids.push(`doi:${paper.doi}`);
  return [...new Set(ids)];
}

/** Titles that many papers of one author have. */
const GENERIC =
  /^(?:(?:guest )?editorial|introduction|preface|foreword|afterword|erratum|corrigend|correction|retraction|expression of concern|book review|letter|reply|response|comment|author|in this issue|message|from the|table of contents|contents|front matter|back matter|index|news|obituary|in memoriam|announcement|call for|proceedings|panel|discussion|conclusion|welcome|untitled|abstracts?\b)/;
const MIN_LETTERS = 12;
/** Scripts in which one sign is a syllable or a word. */
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * A hash of the title's letters and digits and of the first author's family name; papers with the same one, and years not
 * more than one apart, are one. Null where that would say too little: no author, no year, a short or common title.
 */
export function titleKey(paper: Paper): string | null {
  const known = keys.get(paper);
  if (known !== undefined) return known;
  const key = keyOf(paper);
  keys.set(paper, key);
  return key;
}

const keys = new WeakMap<Paper, string | null>();

function keyOf({ title, authors, year }: Paper): string | null {
  const family = familyName(authors[0] ?? "");
  if (family === "" || year === null) return null;
  const words = foldLetters(title)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const letters = words.replaceAll(" ", "");
  const wide = WIDE.test(letters) ? 3 : 1;
  if (letters.length * wide < MIN_LETTERS || GENERIC.test(words)) return null;
  return createHash("sha256").update(`${letters}\n${family}`).digest("hex").slice(0, 24);
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)$/;
const INITIALS = /^\p{Lu}{1,3}$|^(?:\p{Lu}\.-?){1,4}$/u;

/** The last word of the family name, folded: `van der Meer, Jos`, `Jos van der Meer` and `Meer J.` are all meer. */
export function familyName(author: string): string {
  const [before = "", after] = author.split(",");
  const words = before.split(/\s+/).filter((word) => word !== "" && !SUFFIX.test(fold(word)));
  // `Meer J.`: initials stand last where there is no comma.
  while (after === undefined && words.length > 1 && INITIALS.test(words.at(-1)!)) words.pop();
  return fold(words.at(-1) ?? "");
}

const fold = (word: string): string => foldLetters(word).replace(/[^\p{L}\p{N}]+/gu, "");
