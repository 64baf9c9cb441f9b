import type { Range } from "../../src/text/sentences.js";
import { unmarked } from "./unmarked.js";

/** A short form and the long form that the text gives for it; offsets into the text, end exclusive. */
export interface AcronymPair {
  readonly short: Range;
  readonly long: Range;
}

/*
 * After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text",
 * Pac. Symp. Biocomput. 451-462, doi:10.1142/9789812776303_0042: the letters of the short form are looked for backwards
 * in the words before it. Theirs takes the shortest reading; here readings in which each word gives its initial go
 * first, so that "Multi-task Multi-modal Model (MMM)" is read whole.
 */

const BRACKETS = /[([]([^()[\]]{2,160})[)\]]/g;
const SENTENCE_END = /[.;:!?]\s|[([)\]]/g;
const SPELLED =
  /([\p{L}\p{N}][\p{L}\p{N}-]{1,14})(?:,)? (?:(?:which )?stands for|short for|(?:is )?an? (?:acronym|abbreviation) (?:of|for)|abbreviat(?:ion|ed) (?:of|for|from)) ["'\u201c]?/gu;
const NAMED =
  /,? (?:(?:hence|here|thus) )?(?:abbreviated|shortened|called|dubbed|termed|named|denoted|referred to|known)(?: (?:as|to|by))? ["'\u201c]?([\p{L}\p{N}][\p{L}\p{N}-]{1,14})(?![\p{L}\p{N}])/gu;
const TITLE = /^\s*["'\u201c]?([\p{L}\p{N}][\p{L}\p{N}+-]{1,14})["'\u201d]?(?::| -| --| \u2013| \u2014) /u;
const LEAD_IN =
  /^(?:(?:or|i\.?e\.?|aka|a\.k\.a\.?|called|dubbed|termed|named|denoted|namely|abbreviated|abbr\.?|hereafter|henceforth|for short|simply|abbreviation)(?: as| to| by)?,?:? +)+/i;
const MIDDLE = new Set(
  "a an and as at by for from in into is of on or over the to under using via with without &".split(" "),
);
const SMALL = 2;

/**
 * Pairs of short and long form in a text: "Long Form (LF)", "LF (Long Form)", "LF: Long Form" at its beginning,
 * "LF, short for Long Form", "Long Form, abbreviated as LF". Both plural and mixed case (LLMs, CoT, mE5). In order of
 * place; linear in the text.
 */
export function acronymPairs(text: string): AcronymPair[] {
  const { plain, at } = unmarked(text);
  const found: AcronymPair[] = [];
  const add = (short: Range | undefined, long: Range | undefined): void => {
    if (!short || !long) return;
    found.push({
      short: { start: at(short.start), end: at(short.end - 1) + 1 },
      long: { start: at(long.start), end: at(long.end - 1) + 1 },
    });
  };
  for (const match of plain.matchAll(BRACKETS)) {
    const inner = { start: match.index + 1, end: match.index + match[0].length - 1 };
    const short = shortIn(plain, inner);
    const long = short && longBefore(plain, match.index, short);
    if (long) add(short, long);
    else {
      const before = wordBefore(plain, match.index);
      add(before, before && longWithin(plain, inner, before));
    }
  }
  for (const match of plain.matchAll(NAMED)) {
    const short = { start: match.index + match[0].length - match[1]!.length, end: match.index + match[0].length };
    if (isShort(match[1]!)) add(short, longBefore(plain, match.index, short, true));
  }
  for (const match of plain.matchAll(SPELLED)) {
    const short = { start: match.index, end: match.index + match[1]!.length };
    if (isShort(match[1]!)) add(short, longAfter(plain, match.index + match[0].length, short));
  }
  const title = TITLE.exec(plain);
  if (title && isShort(title[1]!)) {
    const start = plain.indexOf(title[1]!);
    const short = { start, end: start + title[1]!.length };
    add(short, longAfter(plain, title[0].length, short));
  }
  return found
    .sort((a, b) => a.short.start - b.short.start)
    .filter((pair, i, all) => pair.short.start !== all[i - 1]?.short.start);
}

/** May a word be a short form: 2 to 15 characters, a capital, no plain word. */
const isShort = (word: string): boolean =>
  word.length >= 2 &&
  word.length <= 15 &&
  /^[\p{L}\p{N}]/u.test(word) &&
  /\p{Lu}.*[\p{Lu}\p{N}]|[\p{Ll}\p{N}]\p{Lu}/u.test(word);

/** The short form that a bracket holds, behind words such as "i.e." and before a comma. */
function shortIn(text: string, { start, end }: Range): Range | undefined {
  const whole = text.slice(start, end);
  const lead = LEAD_IN.exec(whole)?.[0].length ?? 0;
  const opening = /^[\s"'`\u201c\u2018*]*/.exec(whole.slice(lead))![0].length;
  const from = start + lead + opening;
  const inner = /^[^,;:\s"'`\u201d\u2019]+/.exec(text.slice(from, end))?.[0] ?? "";
  const rest = text.slice(from + inner.length, end);
  // "(ViT-B, ours)" but not "(BERT is better)"
  if (!isShort(inner) || !/^["'`\u201d\u2019*]*(?:$|[,;:]|\s+(?:for short|hereafter|henceforth|in short))/.test(rest))
    return undefined;
  return { start: from, end: from + inner.length };
}

function wordBefore(text: string, bracket: number): Range | undefined {
  const end = bracket - /["'`\u201d\u2019*\s]*$/.exec(text.slice(Math.max(0, bracket - 4), bracket))![0].length;
  const word = /[\p{L}\p{N}][\p{L}\p{N}+-]*$/u.exec(text.slice(Math.max(0, end - 20), end))?.[0];
  return word && isShort(word) ? { start: end - word.length, end } : undefined;
}

/** The long form that ends before `end`, in the same sentence. */
function longBefore(text: string, end: number, short: Range, strict = false): Range | undefined {
  const letters = lettersOf(text.slice(short.start, short.end));
  const from = Math.max(0, end - 200);
  const before = text.slice(from, end).replace(/["'`\u201d\u2019*,\s]+$/, "");
  const begin = [...before.matchAll(SENTENCE_END)].at(-1);
  const base = from + (begin ? begin.index + begin[0].length : 0);
  const words = wordsOf(text, base, from + before.length).slice(-Math.min(letters.length + 6, letters.length * 2 + 1));
  return align(text, words, letters, strict);
}

/** The long form that begins at `start`: its last letter's word ends it. */
function longAfter(text: string, start: number, short: Range): Range | undefined {
  const letters = lettersOf(text.slice(short.start, short.end));
  const stop = /[.;:!?()[\]]|$/.exec(text.slice(start, start + 200))!.index;
  const words = wordsOf(text, start, start + stop).slice(0, Math.min(letters.length + 6, letters.length * 2 + 1));
  let best: { end: number; cost: number } | undefined;
  for (let count = 1; count <= words.length; count++) {
    const cost = costOf(text, words.slice(0, count), letters);
    if (cost !== undefined && cost <= letters.length / 2 && (!best || cost < best.cost))
      best = { end: words[count - 1]!.end, cost };
  }
  return best && isLonger(text.slice(words[0]!.start, best.end), letters)
    ? { start: words[0]!.start, end: best.end }
    : undefined;
}

/** The long form that fills a bracket behind its short form. */
function longWithin(text: string, inner: Range, short: Range): Range | undefined {
  const words = wordsOf(text, inner.start, inner.end);
  const letters = lettersOf(text.slice(short.start, short.end));
  if (words.length < 2 || words.length > letters.length * 2 + 1) return undefined;
  const first = align(text, words, letters, false);
  return first && first.start <= words[Math.min(1, words.length - 2)]!.start
    ? { start: first.start, end: words.at(-1)!.end }
    : undefined;
}

function wordsOf(text: string, start: number, end: number): Range[] {
  const words: Range[] = [];
  for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}$][^\s/"\u201c\u201d`]*/gu)) {
    const word = match[0].replace(/[^\p{L}\p{N}+$]+$/u, "");
    if (word) words.push({ start: start + match.index, end: start + match.index + word.length });
  }
  return words;
}

/** Letters and digits of a short form, without the s of a plural; I^2L and A3C are IIL and AAAC. */
const lettersOf = (short: string): string =>
  (/\p{Lu}s$/u.test(short) ? short.slice(0, -1) : short)
    .replace(/(\p{L})\$?\^\{?([2-4])\}?\$?/gu, (_, letter: string, times: string) => letter.repeat(Number(times)))
    .replace(/^(\p{Lu})([34])(?=\p{Lu}$)/u, (_, letter: string, times: string) => letter.repeat(Number(times)))
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** The reading of `letters` that ends with the last word: by initials if there is one, else the shortest. */
function align(text: string, words: readonly Range[], letters: string, strict: boolean): Range | undefined {
  const last = words.at(-1);
  if (!last || letters.length < SMALL) return undefined;
  let best: { start: number; cost: number } | undefined;
  for (let first = words.length - 1; first >= 0; first--) {
    const cost = costOf(text, words.slice(first), letters);
    if (cost !== undefined && (!best || cost < best.cost)) best = { start: words[first]!.start, cost };
  }
  if (!best && !strict) best = shortest(text, words, letters);
  if (!best || (strict && best.cost > letters.length / 2)) return undefined;
  return isLonger(text.slice(best.start, last.end), letters) ? { start: best.start, end: last.end } : undefined;
}

/** Longer than its letters, and without the short form as one of its words. */
const isLonger = (long: string, letters: string): boolean =>
  long.length > letters.length + 1 && !long.split(/\s/).some((word) => lettersOf(word) === letters);

/**
 * How far words are from giving one initial each: every word but small ones gives its initial, then perhaps more
 * letters; 0 is perfect, undefined is impossible. The words and letters are few, so plain search does.
 */
function costOf(text: string, words: readonly Range[], letters: string): number | undefined {
  const memo = new Map<number, number>();
  const spelled = words.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const go = (word: number, letter: number): number => {
    if (word === spelled.length) return letter === letters.length ? 0 : Number.POSITIVE_INFINITY;
    const id = word * 32 + letter;
    const known = memo.get(id);
    if (known !== undefined) return known;
    const chars = spelled[word]!;
    let best = word > 0 && MIDDLE.has(chars) ? go(word + 1, letter) : Number.POSITIVE_INFINITY;
    for (const [taken, cost] of readings(chars, letters, letter))
      best = Math.min(best, cost + go(word + 1, letter + taken));
    memo.set(id, best);
    return best;
  };
  const cost = go(0, 0);
  return Number.isFinite(cost) ? cost : undefined;
}

/** Numbers of letters that a word may give from `from` on, each with what that costs. */
function readings(word: string, letters: string, from: number): [taken: number, cost: number][] {
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const opens = letters[from];
  if (opens === undefined) return [];
  if (opens === "2" && /^(?:to|two)$/.test(word)) return [[1, 0]];
  if (opens === "4" && /^(?:for|four)$/.test(word)) return [[1, 0]];
  const starts = word.startsWith(opens) || (opens === "x" && word.startsWith("ex"));
  if (!starts) return [];
  const found: [number, number][] = [[1, parts.length > 1 ? 0.2 : 0]];
  // Initials of the parts of a hyphenated word, then letters anywhere in it.
  let initials = 1;
  for (const part of parts.slice(1)) {
    const next = letters[from + initials];
    if (next === part[0] || (next === "2" && part === "to")) initials++;
  }
  if (initials > 1) found.push([initials, 0.1 * (parts.length - initials)]);
  let seen = 0;
  for (let taken = 0; from + taken < letters.length; taken++) {
    const place = word.indexOf(letters[from + taken]!, seen);
    if (place < 0) break;
    seen = place + 1;
    if (taken > 0) found.push([taken + 1, taken * (place === taken ? 0.3 : 0.6)]);
  }
  return found;
}

/** Schwartz and Hearst's own reading: each letter anywhere, the first one at the beginning of a word. */
function shortest(text: string, words: readonly Range[], letters: string): { start: number; cost: number } | undefined {
  const base = words[0]!.start;
  const span = text.slice(base, words.at(-1)!.end).toLowerCase();
  let at = span.length;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    do at--;
    while (
      at >= 0 &&
      (span[at] !== letters[letter] || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(span[at - 1]!)))
    );
    if (at < 0) return undefined;
  }
  return { start: base + at, cost: letters.length };
}
