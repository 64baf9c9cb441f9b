import { readableForm } from "../../src/text/normal-form.js";
import { isSameWord } from "./long-forms.js";

/** Words that do not tell one technique from another. */
const GENERIC = new Set(
  (
    "a an the of for from with and by in on to via using based " +
    "algorithm approach architecture benchmark challenge classifier corpus estimator formulation framework function layer " +
    "learning loss machine mechanism method methodology model modeling modelling module net network objective optimizer " +
    "optimiser penalty problem procedure process program prompting reasoning regularization scheme solver strategy system " +
    "task technique theory tool version"
  ).split(" "),
);

/**
 * Whether two names that a list gives for one thing can be that. Lists give narrower terms (block coordinate descent
 * beside coordinate descent), relatives and taglines as aliases too; of those nothing may be merged.
 */
export function isSameThing(a: string, b: string): boolean {
  if (isShort(a) !== isShort(b) && !holds(a, b) && !holds(b, a))
    return isShort(a) ? isAcronymOf(a, b) : isAcronymOf(b, a);
  const [x, y] = [contentOf(a), contentOf(b)];
  if (x.length === 0 || x.length !== y.length) return false;
  return x.every((word) => y.some((other) => isSameWord(word, other)));
}

/** Whether one name stands whole in the other, with words before or behind: MovieLens in MovieLens 1M. */
export const holds = (part: string, whole: string): boolean =>
  `-${readableForm(whole)}-`.includes(`-${readableForm(part)}-`);

/** One word with several capitals, or a few letters: LSTM, k-NN, NeRF, ConvNet. */
export const isShort = (name: string): boolean =>
  /^\S{2,14}$/.test(name) &&
  (/\p{Lu}[^\s]*\p{Lu}|\p{N}.*\p{Lu}|\p{Lu}.*\p{N}/u.test(name) || /^\p{Lu}{2,}s?$/u.test(name));

/** The words that tell the thing. */
const contentOf = (name: string): string[] =>
  readableForm(name)
    .split("-")
    .filter((word) => word && !GENERIC.has(word));

/**
 * Whether a short name is made from the words of a long one: its capitals are first letters of words, in order, and leave
 * out few; or all its letters stand in the long name in order (XGBoost, RoBERTa).
 */
export function isAcronymOf(short: string, long: string): boolean {
  const words = readableForm(long).split("-").filter(Boolean);
  const content = words.filter((word) => !GENERIC.has(word) || /^(?:learning|network|machine|model)$/.test(word));
  if (words.length < 2 || words.length > 9) return false;
  const bare = short.replace(/(?<=\p{Lu})s$/u, "").replace(/[^\p{L}\p{N}]/gu, "");
  const capitals = (bare.match(/^\p{L}|[\p{Lu}\p{N}]/gu) ?? []).join("").toLowerCase();
  const covered = matchInitials(capitals, words);
  if (covered !== undefined && covered * 3 >= Math.min(content.length, words.length) * 2) return true;
  const letters = bare.toLowerCase();
  return letters.length > 2 && words.length <= letters.length && startsAlike(letters, words) && spells(letters, words);
}

/** How many words give their first letter to the capitals; undefined when some capital finds none. */
function matchInitials(capitals: string, words: readonly string[]): number | undefined {
  let at = 0;
  let covered = 0;
  for (const letter of capitals) {
    while (at < words.length && words[at]?.[0] !== letter) at++;
    if (at === words.length) return undefined;
    if (covered === 0 && at > 0) return undefined;
    covered++;
    at++;
  }
  return covered;
}

const startsAlike = (letters: string, words: readonly string[]): boolean => letters[0] === words[0]?.[0];

function spells(letters: string, words: readonly string[]): boolean {
  const text = words.join("");
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  // The last letters must come from the last words, else it is a tagline that begins like the name.
  return at >= text.length - (words.at(-1)?.length ?? 0) - (words.at(-2)?.length ?? 0);
}
