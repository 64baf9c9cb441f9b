import { clean } from "../clean.js";
import type { Line, Problem } from "../reader.js";

/** A piece of a page that is one thing: a title, an abstract (or a paragraph of one), or furniture. */
export interface Block {
  readonly line: number;
  readonly text: string;
  /** What the page itself calls it: `Title: ...`, `Abstract: ...`, `Keywords: ...`. */
  readonly label?: "title" | "abstract" | "other";
  /** Set apart as headings and numbered entries are: `## ...`, `12. ...`, `**...**`. */
  readonly marked: boolean;
  /** Whether an empty line stands before it; or, in a page of broken lines, it fills up and goes on from the line before. */
  readonly apart: boolean;
  readonly follows: boolean;
  /** The lines it was joined from, where a title that fills its line may have been joined with its abstract. */
  readonly lines: readonly string[];
  readonly problem?: Problem;
}

const LABEL =
  /^(?:(title)|(abstract|summary)|(?:tl;?dr|authors?|keywords?|tags?|venue|date|published|subjects?|topics?|comments?|journal(?: ref)?|doi|url|links?|code|pdf|source|categories))\s*(?::|[.\u2014\u2013](?=\s))\s*(?=\S)/i;
const MARK = /^(?:#{1,6}\s+|\[\d{1,4}\]\s+|\(?\d{1,4}[.)]\s+|[-*\u2022\u25cf\u25aa]\s+)/;

/** A line without what a page puts around its text: heading marks, numbers, bullets, bold, link targets, labels. */
export function undress(text: string): Pick<Block, "text" | "label" | "marked"> {
  const bare = clean(text);
  let inner = bare.replace(MARK, "");
  inner = inner.replace(/^(\*\*|__)(.+)\1$/, "$2").replace(/^\[([^\]]+)\]\(\S+\)$/, "$1");
  const marked = inner !== bare;
  inner = inner.replace(/^(\*\*|__)([^*_]{3,20}:?)\1/, "$2");
  const found = LABEL.exec(inner);
  if (!found) return { text: inner, marked };
  const label = found[1] ? "title" : found[2] ? "abstract" : "other";
  return { text: inner.slice(found[0].length), label, marked };
}

const MIN_WIDTH = 50;
const MAX_WIDTH = 160;

/**
 * The width at which a page breaks its lines, or undefined where every paragraph is one line: the length that many long
 * lines come close to and few go over (those that end with a long word that could not be broken).
 */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const lengths = lines.map((line) => line.text.trimEnd().length).filter((length) => length >= MIN_WIDTH);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (lengths.length < 4 || width > MAX_WIDTH) return undefined;
  const near = lengths.filter((length) => length >= width - 16).length;
  return near * 2 >= lengths.length ? width : undefined;
}

/** A line was broken, rather than ended, where the first word of the next would have gone over the width. */
function isBroken(text: string, next: string, width: number): boolean {
  const word = next.trimStart().split(/\s/, 1)[0] ?? "";
  return text.trimEnd().length + 1 + word.length > width;
}

/** A compound may be broken at its own hyphen: `low-` and `dimensional`. */
const join = (text: string, next: string): string =>
  /\p{L}-$/u.test(text) && /^(?!(?:and|or|to)\b)\p{Ll}/u.test(next) ? text + next : `${text} ${next}`;

/** Whether empty lines part the pieces of the page, so that lines without one between belong together. */
function isSpaced(lines: readonly Line[], width: number): boolean {
  let loose = 0;
  let tight = 0;
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1]?.text;
    if (text.trim() === "" || next === undefined) continue;
    if (next.trim() === "") loose++;
    else if (!isBroken(text, next, width)) tight++;
  }
  return loose > 4 * tight;
}

/** After the end of a sentence, the next line may as well be a title. */
const endsSentence = (text: string): boolean => /[.!?]["')\]]?\s*$/.test(text);

/** The blocks of a page: its lines, undressed, those that were broken at the width of the page joined again. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const width = wrapWidth(lines);
  const spaced = width !== undefined && isSpaced(lines, width);
  const blocks: Block[] = [];
  let apart = true;
  let follows = false;
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]!;
    if (first.text.trim() === "") {
      apart = true;
      follows = false;
      continue;
    }
    const joined = [first];
    let broken = false;
    while (width !== undefined) {
      const last = joined.at(-1)!;
      const next = lines[at + 1];
      broken = next !== undefined && next.text.trim() !== "" && isBroken(last.text, next.text, width);
      if (!next || !broken || next.problem?.code === "RECORD_TOO_LONG") break;
      if (!spaced && endsSentence(last.text)) break;
      joined.push(next);
      at++;
    }
    const texts = joined.map((line) => line.text.trim());
    const problem = joined.find((line) => line.problem)?.problem;
    const whole = undress(texts.reduce(join));
    if (whole.text !== "" || problem) {
      blocks.push({
        line: first.number,
        apart,
        follows,
        lines: spaced ? [] : texts,
        ...whole,
        ...(problem ? { problem } : {}),
      });
    }
    apart = false;
    follows = broken;
  }
  return blocks;
}
