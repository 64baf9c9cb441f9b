import type { Block } from "./block.js";
import { furnitureScore } from "./furniture.js";
import { proseScore } from "./prose.js";

/** A paper's place on a page: its title block, and the blocks of its abstract. */
export interface Placed {
  readonly title: Block;
  readonly abstract: readonly Block[];
}

/** What a block can be: furniture outside of a paper, a title, furniture between title and abstract, an abstract, more of it. */
const STATES = ["outside", "title", "between", "abstract", "more"] as const;
type State = (typeof STATES)[number];

const FOLLOWS: Readonly<Record<State, readonly State[]>> = {
  outside: ["outside", "abstract", "more"],
  title: ["outside", "abstract", "more"],
  between: ["title", "between"],
  abstract: ["title", "between"],
  more: ["abstract", "more"],
};
const LAST: readonly State[] = ["outside", "abstract", "more"];
/** Each paper must be worth this much more than furniture in its place. */
const PAPER_COST = 3;

/** Texts that a page repeats are furniture; digits do not count (`24 comments`). */
const repeatKey = (text: string): string => text.toLowerCase().replace(/\d+/g, "#");

function countRepeats(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) {
    if (text.length > 120) continue;
    const key = repeatKey(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

type Scores = Readonly<Record<State, number>>;

function scoresOf(block: Block, before: Block | undefined, repeats: number): Scores {
  const { text, label, marked, apart, problem } = block;
  if (problem?.code === "RECORD_TOO_LONG") return { outside: -4, title: -9, between: -9, abstract: 4, more: 0 };
  const prose = proseScore(text);
  const words = text.split(" ").length;
  let junk = furnitureScore(text) + (repeats >= 3 ? 5 : repeats === 2 ? 2 : 0);
  if (words <= 2) junk += 2;
  else if (words === 3) junk += 1;
  else if (words >= 5 && junk < 5) junk -= 2;
  if (prose > 4) junk -= 6;
  else if (prose > 2) junk -= 2;
  let title = -prose - (words === 1 ? 3 : words === 2 ? 1.5 : 0) + (marked ? 3 : 0);
  if (/^\p{Ll}/u.test(text) && !/^\S*[\p{Lu}\d-]/u.test(text)) title -= 2;
  if (text.length > 600) title -= 4;
  let abstract = prose;
  let more = prose * 0.7 - (apart ? 4 : 3);
  // A line that goes on in the middle of a sentence.
  const unfinished = before !== undefined && !/[.!?:)"'\u201d]$/.test(before.text) && before.text.length > 40;
  if (!apart && unfinished && /^[\p{Ll}(\d]/u.test(text)) more += 7;
  if (/^abstract\W*$/i.test(before?.text ?? "")) abstract += 5;
  if (label === "title") title += 9;
  else if (label === "abstract") abstract += 9;
  else if (label === "other") junk += 8;
  return { outside: junk, title, between: junk - 0.5, abstract: abstract - PAPER_COST, more };
}

/**
 * The papers of a page: the reading of its blocks, as titles, abstracts and furniture, that fits best as a whole (Viterbi
 * over the states above). Every title is followed by its abstract, so a short title between two abstracts is not taken
 * for furniture, nor a long one for an abstract.
 */
export function layOut(blocks: readonly Block[]): Placed[] {
  const repeats = countRepeats(blocks);
  const back: State[][] = [];
  let best: number[] = STATES.map((state) => (state === "outside" ? 0 : Number.NEGATIVE_INFINITY));
  for (const [at, block] of blocks.entries()) {
    const scores = scoresOf(block, blocks[at - 1], repeats.get(repeatKey(block.text)) ?? 1);
    const from = STATES.map((state) =>
      FOLLOWS[state].reduce((most, earlier) => (scoreAt(best, earlier) > scoreAt(best, most) ? earlier : most)),
    );
    best = STATES.map((state, index) => scoreAt(best, from[index]!) + scores[state]);
    back.push(from);
  }
  let state = LAST.reduce((most, each) => (scoreAt(best, each) > scoreAt(best, most) ? each : most));
  const states: State[] = [];
  for (let at = blocks.length - 1; at >= 0; at--) {
    states[at] = state;
    state = back[at]![STATES.indexOf(state)]!;
  }
  return collect(blocks, states);
}

const scoreAt = (values: readonly number[], state: State): number => values[STATES.indexOf(state)]!;

function collect(blocks: readonly Block[], states: readonly State[]): Placed[] {
  const papers: { title: Block; abstract: Block[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    if (states[at] === "title") papers.push({ title: block, abstract: [] });
    else if (states[at] === "abstract" || states[at] === "more") papers.at(-1)!.abstract.push(block);
  }
  return papers;
}
