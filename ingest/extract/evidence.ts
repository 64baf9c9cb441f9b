import { KINDS, type Kind } from "../../src/vocabulary.js";
import { coordination } from "./coordination.js";
import { readCues } from "./cues.js";
import type { Group } from "./group-mentions.js";
import { type Head, headOf, kindOfName } from "./heads.js";
import { type Sentence, surfaceOf } from "./reading.js";

/** What is known beside the group. */
export interface Known {
  /** Whether a name is one of a task or metric, or too general. */
  isGeneral(name: string): boolean;
  /** What the nouns of the title name. */
  readonly titleHeads: ReadonlySet<Head>;
  /** The kind that the list gives a name that begins at this token. */
  kindAt(sentence: Sentence, at: number): Kind | undefined;
}

/**
 * What speaks for and against a group: facts that are there or not, by name. The weights of rule-weights.ts say how much
 * each counts.
 */
export function evidenceOf(group: Group, known: Known): Set<string> {
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
  addParts(shortest, facts, known);
  addCues(group, facts, known);
  const fields = new Set(group.mentions.map(({ sentence }) => sentence.field));
  const count = group.mentions.length - (group.long ? 1 : 0);
  const presented = PRESENTED.find((cue) => facts.has(cue));
  if (presented) {
    facts.add(`${presented} ${shapeOf(shortest)}`);
    if (group.listed[0]) facts.add(`${presented}, listed`);
    // The paper's own word for its own thing outweighs all else.
    for (const kind of KINDS) {
      if (facts.has(`defined ${kind}`)) facts.add(`presented as ${kind}`);
      if (known.titleHeads.has(kind)) facts.add(`presented, title ${kind}`);
    }
  }
  if (facts.has("enumerated")) facts.add(`enumerated ${shapeOf(shortest)}`);
  if (group.long) {
    const words = group.long.split(/[\s-]+/);
    const head = headOf((words.at(-1) ?? "").toLowerCase());
    if (!presented || head !== "TASK") facts.add(`long ${head ?? "other"}`);
    facts.add(words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length / 2 ? "long capital" : "long small");
    if (known.isGeneral(group.long)) facts.add("long task");
  }
  if (fields.size === 2) facts.add("title and abstract");
  else if (fields.has("title")) facts.add(presented ? "presented in title only" : "title only");
  facts.add(count >= 4 ? "often" : count >= 2 ? "twice" : presented ? "presented once" : "once");
  if (group.mentions.every(({ from, sentence }) => from === 0 && sentence.field === "abstract"))
    facts.add("at start only");
  if (group.mentions.some(({ from, to, sentence }) => sentence.lower[from - 1] === "(" && sentence.lower[to] === ")"))
    facts.add("bracketed");
  return facts;
}

const PRESENTED = ["title presented", "named", "introduced", "presented"];

/** Mentions that are looked at; what comes later says little new. */
const LOOKED_AT = 12;

/** What the parts of a compound say: "generic-LLM" is no name, "LLM-Blender" may be one. */
function addParts(name: string, facts: Set<string>, known: Known): void {
  const parts = name.split(/[-\u2010-\u2013\s]/);
  if (parts.length < 2) return;
  if (known.isGeneral(parts.at(-1)!)) facts.add("tail general");
  if (/^\p{Ll}{3,}$/u.test(parts[0]!)) facts.add("head small");
  if (/^\p{Ll}{3,}$/u.test(parts.at(-1)!)) facts.add("tail small");
}

function addCues(group: Group, facts: Set<string>, known: Known): void {
  let first: Kind | undefined;
  for (const mention of group.mentions.slice(0, LOOKED_AT)) {
    const { listKinds, behind, before, defined, ...cues } = readCues(mention);
    const where = mention.sentence.field === "title" ? "title " : "";
    if (behind) facts.add(`behind ${behind}`);
    if (before) facts.add(`before ${before}`);
    first ??= defined;
    for (const kind of listKinds) facts.add(`among ${kind}`);
    for (const [cue, holds] of Object.entries(cues))
      if (holds) facts.add(cue === "presented" || cue === "own" ? where + cue : cue);
    const list = coordination(mention);
    for (let at = list.from; at < list.to; at++) {
      const kind = at < mention.from || at >= mention.to ? known.kindAt(mention.sentence, at) : undefined;
      if (kind) facts.add(`with ${kind}`);
    }
  }
  if (first) facts.add(`defined ${first}`);
}

/** How a name is written: mixed (LoRA), CAPS of 2, 3 and more, Word, Many Words, small. */
function shapeOf(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "").replace(/(?<=\p{Lu})s$/u, "");
  if (!/\p{Lu}/u.test(letters)) return /[\s-]/.test(name) ? "small words" : "small";
  if (/ /.test(name)) return /^\p{Lu}/u.test(name) && /\s\p{Lu}/u.test(name) ? "many" : "some";
  if (/^\p{Lu}+$/u.test(letters)) return `caps ${Math.min(letters.length, 5)}`;
  if (/^\p{Lu}\p{Ll}*$/u.test(letters)) return "word";
  if (/^\p{Lu}\p{Ll}+(?:-?\p{Lu}[\p{L}\d]*)+$/u.test(name)) return /-/.test(name) ? "mixed parts" : "camel";
  return "mixed";
}
