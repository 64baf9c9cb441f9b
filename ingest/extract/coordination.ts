import type { Mention } from "./reading.js";

const JOINS = /^(?:,|and|or|&|\/|,and|as|well|\()$/;
const ITEM = /\p{Lu}|\d/u;
/** How far a list of names is followed to either side, in tokens. */
const REACH = 24;

/**
 * The list of names that a mention stands in ("LIBERO, RoboTwin and RoboCasa"), as tokens from, to; the mention alone
 * when it stands in none. What is said before or behind such a list is said of each of its names.
 */
export function coordination({ sentence, from, to }: Mention): { from: number; to: number } {
  const { words } = sentence;
  let start = from;
  for (let at = from - 1, joined = false; at >= 0 && from - at <= REACH; at--) {
    const { text } = words[at]!;
    if (JOINS.test(text)) joined = text !== "(";
    else if (ITEM.test(text) && (joined || at + 1 < start || at + 1 === start)) {
      if (!joined && start === from) break;
      start = at;
    } else if (!/^(?:[-)]|the)$/.test(text)) break;
  }
  let end = to;
  for (let at = to, joined = false; at < words.length && at - to < REACH; at++) {
    const { text } = words[at]!;
    if (JOINS.test(text)) joined = true;
    else if (ITEM.test(text) && (joined || end > to)) end = at + 1;
    else if (!/^(?:[-)]|the)$/.test(text)) break;
  }
  return { from: start, to: end };
}
