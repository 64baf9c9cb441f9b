import type { Mode } from "../names.js";
import type { Uses, Verdict } from "./count-uses.js";
import type { Trust } from "./raw-names.js";

/**
 * How a surface is to be recognised in text, by its shape, by how the corpus writes it, and by what gold papers say of it.
 * The gold has the last word: what it mostly leaves out is kept for linking only.
 */
export function recognition(surface: string, uses: Uses, trust: Trust, general: boolean, isTask: boolean): Mode {
  if (general) return "general";
  const { exact, capital, small } = uses.gold;
  if (trust !== "written" && isTask && support(exact) <= 0) return "link";
  const opinion = sum(exact, capital, small);
  if (opinion.optional > opinion.required && opinion.optional >= opinion.none) return "general";
  return /\p{Lu}/u.test(surface) ? named(surface, uses, trust) : common(surface, uses, trust, isTask);
}

/** A surface in small letters. */
function common(surface: string, uses: Uses, trust: Trust, isTask: boolean): Mode {
  const { corpus, gold } = uses;
  const seen = sum(gold.exact, gold.capital, gold.small);
  if (seen.required + seen.none > 0) return support(seen) >= 0 ? "any" : support(gold.capital) > 0 ? "capital" : "link";
  if (trust === "mined" || isTask) return "link";
  if (trust === "curated" || trust === "seen") return /\d|-/.test(surface) && corpus.small < 200 ? "any" : "link";
  return / /.test(surface) || corpus.small < 40 ? "any" : "link";
}

/** A surface with capitals. */
function named(surface: string, uses: Uses, trust: Trust): Mode {
  const { corpus, gold } = uses;
  const total = corpus.exact + corpus.capital + corpus.small;
  const smallShare = total === 0 ? 0 : corpus.small / total;
  const any = sum(gold.exact, gold.capital, gold.small);
  if (any.required + any.none > 0 && support(gold.exact) <= 0 && support(gold.capital) <= 0) {
    if (support(gold.exact) < 0 || support(gold.capital) < 0) return "link";
  }
  if (/ /.test(surface)) {
    if (trust === "written") return support(gold.small) < 0 ? (support(gold.capital) < 0 ? "exact" : "capital") : "any";
    return smallShare > 0.5 ? "exact" : "capital";
  }
  const letters = surface.replace(/[^\p{L}]/gu, "");
  if (/^\p{Lu}?\p{Ll}*$/u.test(letters) && !/\d/.test(surface)) {
    // Whisper, Orca: only a capital tells them from words.
    if (support(gold.exact) > 0 && smallShare < 0.8) return smallShare < 0.1 ? "exact" : "running";
    return corpus.small === 0 && trust !== "mined" ? "running" : "link";
  }
  if (letters.length <= 2 && !/\d/.test(surface)) return support(gold.exact) > 0 ? "exact" : "link";
  if (/\d/.test(surface) && letters.length >= 3 && support(gold.small) >= 0) return smallShare > 0.5 ? "exact" : "any";
  if (trust === "written" && smallShare < 0.1 && support(gold.capital) >= 0 && !/^\p{Lu}+$/u.test(letters))
    return "capital";
  return "exact";
}

/** Above 0: papers that count it outnumber those that leave it out. */
const support = ({ required, none }: Verdict): number => required - none;

const sum = (...verdicts: Verdict[]): Verdict => ({
  required: verdicts.reduce((total, { required }) => total + required, 0),
  optional: verdicts.reduce((total, { optional }) => total + optional, 0),
  none: verdicts.reduce((total, { none }) => total + none, 0),
});
