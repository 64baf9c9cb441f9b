import { type Block, undress } from "./block.js";
import { furnitureScore } from "./furniture.js";
import { proseScore } from "./prose.js";

/** A paper's place on a page: its title block, and the blocks of its abstract. */
export interface Placed {
  readonly title: Block;
  readonly abstract: readonly Block[];
}

/**
 * What a block can be: furniture outside of a paper, a title, furniture between title and abstract, an abstract, more of
 * it, or a title and its abstract in one.
 */
const STATES = ["outside", "title", "between", "abstract", "more", "both"] as const;
type State = (typeof STATES)[number];

/** The states after which no title waits for its abstract. */
const CLOSED: readonly State[] = ["outside", "abstract", "more", "both"];
const FOLLOWS: Readonly<Record<State, readonly State[]>> = {
  outside: CLOSED,
  title: CLOSED,
  between: ["title", "between"],
  abstract: ["title", "between"],
  more: ["abstract", "more", "both"],
  both: CLOSED,
};
/** Each paper must be worth this much more than furniture in its place. */
const PAPER_COST = 4;

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
function splitOf({ lines }: Block): typeof NO_SPLIT {
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

/**
 * The papers of a page: the reading of its blocks, as titles, abstracts and furniture, that fits best as a whole. Every
 * title is followed by its abstract, so a short title between two abstracts is not taken for furniture, nor a long one for
 * an abstract. It is read twice: the second time with the habit of the page in mind, how far its titles stand from text.
 */
export function layOut(blocks: readonly Block[]): Placed[] {
  const repeats = countRepeats(blocks);
  const scores = blocks.map((block, at) => scoresOf(block, blocks[at - 1], repeats.get(repeatKey(block.text)) ?? 1));
  const first = bestStates(scores);
  const habit = habitOf(blocks, first);
  return collect(blocks, habit === undefined ? first : bestStates(scores.map(habit)));
}

/** The states of the blocks whose scores add up to most (Viterbi's algorithm). */
function bestStates(scores: readonly Scores[]): State[] {
  const back: State[][] = [];
  let best: number[] = STATES.map((state) => (state === "outside" ? 0 : Number.NEGATIVE_INFINITY));
  const better = (most: State, state: State): State => (scoreAt(best, state) > scoreAt(best, most) ? state : most);
  for (const score of scores) {
    const from = STATES.map((state) => FOLLOWS[state].reduce(better));
    best = STATES.map((state, index) => scoreAt(best, from[index]!) + score[state]);
    back.push(from);
  }
  let state = CLOSED.reduce(better);
  const states: State[] = [];
  for (let at = scores.length - 1; at >= 0; at--) {
    states[at] = state;
    state = back[at]![STATES.indexOf(state)]!;
  }
  return states;
}

const scoreAt = (values: readonly number[], state: State): number => values[STATES.indexOf(state)]!;

/** How much a title gains where it stands as most titles of the page do: so many blocks before, or after, a long text. */
const HABIT_GAIN = 3;
const HABIT_SHARE = 0.6;

function habitOf(blocks: readonly Block[], states: readonly State[]) {
  const isText = blocks.map(({ text }) => proseScore(text) > 4);
  const distances = [distancesTo(isText), distancesTo(isText.toReversed()).toReversed()];
  const usual = distances.map((distance) => usualOf(distance.filter((_, at) => states[at] === "title")));
  if (usual.every((distance) => distance === undefined)) return undefined;
  return (score: Scores, at: number): Scores => {
    const fitting = distances.filter((distance, way) => distance[at] === usual[way]).length;
    return { ...score, title: score.title + fitting * HABIT_GAIN };
  };
}

/** For each block, how many blocks ago the last text was. */
function distancesTo(isText: readonly boolean[]): number[] {
  let distance = Number.POSITIVE_INFINITY;
  return isText.map((text) => {
    const here = distance + 1;
    distance = text ? 0 : here;
    return here;
  });
}

/** The distance that most have, when there are enough to speak of a habit. */
function usualOf(distances: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  const usual = [...counts].find(([, count]) => count >= 3 && count >= HABIT_SHARE * distances.length);
  return usual?.[0];
}

function collect(blocks: readonly Block[], states: readonly State[]): Placed[] {
  const papers: { title: Block; abstract: Block[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    const state = states[at];
    if (state === "title") papers.push({ title: block, abstract: [] });
    else if (state === "abstract" || state === "more") papers.at(-1)!.abstract.push(block);
    else if (state === "both") {
      const { title, abstract } = splitOf(block);
      papers.push({ title: { ...block, text: title }, abstract: [{ ...block, text: abstract }] });
    }
  }
  return papers;
}
