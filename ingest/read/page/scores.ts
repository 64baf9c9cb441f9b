import { type Block, undress } from "./block.js";
import { furnitureScore } from "./furniture.js";
import { proseScore } from "./prose.js";

/**
 * What a block can be: furniture outside of a paper, a title, furniture between title and abstract, an abstract, more of
 * it, or a title and its abstract in one.
 */
export const STATES = ["outside", "title", "between", "abstract", "more", "both"] as const;
export type State = (typeof STATES)[number];

/** Each paper must be worth this much more than furniture in its place. */
const PAPER_COST = 4;

/** Texts that a page repeats are furniture; in short ones digits do not count (`24 comments`). */
const repeatKey = (text: string): string =>
  text.split(" ").length <= 4 ? text.toLowerCase().replace(/\d+/g, "#") : text.toLowerCase();

function countRepeats(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) {
    if (text.length > 120) continue;
    const key = repeatKey(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How well a block fits each state: the higher the better, below 0 badly. */
export type Scores = Readonly<Record<State, number>>;

function scoresOf(block: Block, before: Block | undefined, repeats: number): Scores {
  const { text, label, marked, apart, follows, problem } = block;
  if (problem?.code === "RECORD_TOO_LONG")
    return { outside: -4, title: -9, between: -9, abstract: 4, more: 0, both: -9 };
  const prose = proseScore(text);
  const words = text.split(" ").length;
  const furniture = furnitureScore(text) + (repeats >= 3 ? 10 : repeats === 2 ? 3 : 0);
  let junk = furniture;
  if (words <= 2) junk += 2;
  else if (words === 3) junk += 1;
  else if (words >= 5 && furniture < 5) junk -= 2;
  if (furniture < 5) junk -= prose > 4 ? 6 : prose > 2 ? 2 : 0;
  let title = -prose - (words === 1 ? 3 : words === 2 ? 1.5 : 0) + (marked ? 3 : 0) - (furniture >= 5 ? 2 : 0);
  if (/^\p{Ll}/u.test(text) && !/^\S*[\p{Lu}\d-]/u.test(text)) title -= 2;
  if (text.length > 600) title -= 4;
  let abstract = prose - (furniture >= 5 ? 4 : 0) - (prose < -1 ? 4 : 0);
  let more = prose * 0.7 + (follows ? 1 : apart ? -4 : -3);
  // A line that goes on in the middle of a sentence.
  const unfinished = before !== undefined && !/[.!?:)"'\u201d]$/.test(before.text) && before.text.length > 40;
  if (!apart && unfinished && /^[\p{Ll}(\d]/u.test(text)) more += 7;
  if (/^abstract\W*$/i.test(before?.text ?? "")) abstract += 5;
  if (label === "title") title += 9;
  else if (label === "abstract") abstract += 9;
  else if (label === "other") junk += 8;
  return {
    outside: junk,
    title,
    between: junk - 0.5,
    abstract: abstract - PAPER_COST,
    more,
    both: splitOf(block).score,
  };
}

const BOTH_COST = 3;
/** A title does not end so; its next line belongs to it. */
const OPEN_END = /(?:[,:\u2013-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|under|using|via|with|towards?))$/i;
const NO_SPLIT = { score: Number.NEGATIVE_INFINITY, title: "", abstract: "" };

/** The title and the abstract in a block that was joined from lines: the title is the first line or two. */
export function splitOf({ lines }: Block): typeof NO_SPLIT {
  let best = NO_SPLIT;
  for (const count of [1, 2]) {
    if (lines.length < count + 2) break;
    const { text: title, marked } = undress(lines.slice(0, count).join(" "));
    const abstract = lines.slice(count).join(" ");
    const likeness = -proseScore(title) + (marked ? 2 : 0);
    const torn = OPEN_END.test(title) || /^\p{Ll}/u.test(abstract) ? 3 : 0;
    const score = likeness + proseScore(abstract) - PAPER_COST - BOTH_COST - torn;
    if (likeness >= 3.5 && score > best.score) best = { score, title, abstract };
  }
  return best;
}

/** The scores of all blocks of a page. */
export function scoresOfAll(blocks: readonly Block[]): Scores[] {
  const repeats = countRepeats(blocks);
  return blocks.map((block, at) => scoresOf(block, blocks[at - 1], repeats.get(repeatKey(block.text)) ?? 1));
}
