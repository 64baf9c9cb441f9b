import type { Block } from "./block.js";
import { proseScore } from "./prose.js";
import { type Scores, STATES, type State, scoresOfAll, splitOf } from "./scores.js";

/** A paper's place on a page: its title block, and the blocks of its abstract. */
export interface Placed {
  readonly title: Block;
  readonly abstract: readonly Block[];
}

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
/**
 * The papers of a page: the reading of its blocks, as titles, abstracts and furniture, that fits best as a whole. Every
 * title is followed by its abstract, so a short title between two abstracts is not taken for furniture, nor a long one for
 * an abstract. It is read twice: the second time with the habit of the page in mind, how far its titles stand from text.
 */
export function layOut(blocks: readonly Block[]): Placed[] {
  const scores = scoresOfAll(blocks);
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
