import { KINDS } from "../../src/vocabulary.js";
import { readCues } from "./cues.js";
import type { Group } from "./group-mentions.js";
import { headOf, kindOfName } from "./heads.js";
import { surfaceOf } from "./reading.js";

/**
 * What speaks for and against a group: facts that are there or not, by name. The weights of rule-weights.ts say how much
 * each counts.
 */
export function evidenceOf(group: Group, tasks: (name: string) => boolean): Set<string> {
  const facts = new Set<string>();
  const surfaces = [...new Set(group.mentions.map(surfaceOf))];
  const shortest = surfaces.reduce((a, b) => (b.length < a.length ? b : a));
  const longest = surfaces.reduce((a, b) => (b.length > a.length ? b : a));
  for (const reason of group.reasons) facts.add(`by ${reason}`);
  if (group.listed[0]) facts.add(`listed ${group.listed[0]}`);
  facts.add(`shape ${shapeOf(shortest)}`);
  const suggested = kindOfName(shortest) ?? kindOfName(longest);
  if (suggested) facts.add(`name ${suggested}`);
  if (/\d/.test(shortest)) facts.add("digit");
  if (/-/.test(shortest)) facts.add("hyphen");
  if (group.long) {
    const words = group.long.split(/[\s-]+/);
    const head = headOf((words.at(-1) ?? "").toLowerCase());
    facts.add(`long ${head ?? "other"}`);
    facts.add(words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length / 2 ? "long capital" : "long small");
    if (tasks(group.long)) facts.add("long task");
  }
  addCues(group, facts);
  const fields = new Set(group.mentions.map(({ sentence }) => sentence.field));
  if (fields.size === 2) facts.add("title and abstract");
  else if (fields.has("title")) facts.add("title only");
  const count = group.mentions.length - (group.long ? 1 : 0);
  facts.add(count >= 4 ? "often" : count >= 2 ? "twice" : "once");
  if (group.mentions.every(({ from, sentence }) => from === 0 && sentence.field === "abstract"))
    facts.add("at start only");
  if (group.mentions.some(({ from, to, sentence }) => sentence.lower[from - 1] === "(" && sentence.lower[to] === ")"))
    facts.add("bracketed");
  return facts;
}

/** Mentions that are looked at; what comes later says little new. */
const LOOKED_AT = 12;

function addCues(group: Group, facts: Set<string>): void {
  const kinds = new Map<string, number>();
  for (const mention of group.mentions.slice(0, LOOKED_AT)) {
    const { kinds: said, ...cues } = readCues(mention);
    const where = mention.sentence.field === "title" ? "title " : "";
    for (const [cue, holds] of Object.entries(cues))
      if (holds) facts.add(`${cue === "presented" || cue === "own" ? where : ""}${cue}`);
    for (const kind of said) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const most = KINDS.filter((kind) => kinds.has(kind)).sort((a, b) => kinds.get(b)! - kinds.get(a)!)[0];
  for (const kind of kinds.keys()) facts.add(`beside ${kind}`);
  if (most) facts.add(`mostly ${most}`);
}

/** How a name is written: mixed (LoRA), CAPS of 2, 3 and more, Word, Many Words, small. */
function shapeOf(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "").replace(/(?<=\p{Lu})s$/u, "");
  if (!/\p{Lu}/u.test(letters)) return /[\s-]/.test(name) ? "small words" : "small";
  if (/ /.test(name)) return /^\p{Lu}/u.test(name) && /\s\p{Lu}/u.test(name) ? "many" : "some";
  if (/^\p{Lu}+$/u.test(letters)) return `caps ${Math.min(letters.length, 5)}`;
  if (/^\p{Lu}\p{Ll}*$/u.test(letters)) return "word";
  return "mixed";
}
