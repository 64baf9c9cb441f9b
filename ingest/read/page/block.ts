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
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
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
 * lines come close to and none goes over.
 */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const long = lines.map((line) => line.text.trimEnd().length).filter((length) => length >= MIN_WIDTH);
  const width = long.reduce((most, length) => Math.max(most, length), 0);
  if (long.length < 4 || width > MAX_WIDTH) return undefined;
  const near = long.filter((length) => length >= width - 16).length;
  return near * 2 >= long.length ? width : undefined;
}

/** A line was broken, rather than ended, where the first word of the next would have gone over the width. */
function isBroken(text: string, next: string, width: number): boolean {
  const word = next.trimStart().split(/\s/, 1)[0] ?? "";
  return text.trimEnd().length + 1 + word.length > width;
}

/** The blocks of a page: its lines, undressed, those that were broken at the width of the page joined again. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let apart = true;
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]!;
    if (first.text.trim() === "") {
      apart = true;
      continue;
    }
    let text = first.text;
    let problem = first.problem;
    for (let last = first; width !== undefined; at++) {
      const next = lines[at + 1];
      if (!next || next.text.trim() === "" || next.problem?.code === "RECORD_TOO_LONG") break;
      if (MARK.test(next.text) || LABEL.test(next.text) || !isBroken(last.text, next.text, width)) break;
      text = `${text} ${next.text.trim()}`;
      problem ??= next.problem;
      last = next;
    }
    const block = { line: first.number, apart, ...undress(text), ...(problem ? { problem } : {}) };
    if (block.text !== "" || problem) blocks.push(block);
    apart = false;
  }
  return blocks;
}
