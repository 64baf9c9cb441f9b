import { countTokens } from "../../src/text/count-tokens.js";
import type { Entity } from "../entity.type.js";
import type { Paper } from "../paper.type.js";
import type { Sentence } from "./sentences.js";

/** Sentences about one entity, in the order in which they were chosen; null for those about none. */
export interface Group {
  readonly entity: Entity | null;
  readonly sentences: readonly Sentence[];
}

/** What fits into a budget. */
export interface Filled {
  readonly groups: readonly Group[];
  /** The papers that are cited, in the order of their marks: the first is [1]. */
  readonly sources: readonly Paper[];
  readonly text: string;
  readonly tokens: number;
  /** Whether a sentence was left out since it did not fit. */
  readonly isFull: boolean;
}

/** Each further sentence of one paper counts so much less, so that several papers speak. */
const SAME_PAPER = 0.6;

/**
 * Chooses sentences, the best first, as long as the whole text with headings and sources stays within `maxTokens`. One
 * that does not fit is passed over, since a shorter one may.
 */
export function fillBudget(candidates: readonly Sentence[], maxTokens: number): Filled {
  const chosen: Sentence[] = [];
  let tokens = 0;
  let isFull = false;
  for (const sentence of bestFirst(candidates)) {
    const more = costOf(sentence, chosen);
    if (tokens + more <= maxTokens) {
      chosen.push(sentence);
      tokens += more;
    } else isFull = true;
  }
  const groups = grouped(chosen);
  const sources = [...new Set(groups.flatMap(({ sentences }) => sentences.map(({ paper }) => paper)))];
  const text = textOf(groups, sources);
  return { groups, sources, text, tokens: countTokens(text), isFull };
}

/** By score, the further ones of a paper behind; where scores are equal, as the papers came and the text runs. */
function bestFirst(candidates: readonly Sentence[]): Sentence[] {
  const order = (a: Sentence, b: Sentence): number => b.score - a.score || a.place - b.place || a.start - b.start;
  const before = new Map<Paper, number>();
  return [...candidates]
    .sort(order)
    .map((sentence) => {
      const count = before.get(sentence.paper) ?? 0;
      before.set(sentence.paper, count + 1);
      return { sentence, score: Math.floor(sentence.score * SAME_PAPER ** count) };
    })
    .sort((a, b) => b.score - a.score || order(a.sentence, b.sentence))
    .map(({ sentence }) => sentence);
}

/** The tokens that a sentence adds: its own line, the heading of a new group, the line of a new source. */
function costOf(sentence: Sentence, chosen: readonly Sentence[]): number {
  const newGroup = !chosen.some(({ entity }) => entity?.id === sentence.entity?.id);
  const newSource = !chosen.some(({ paper }) => paper === sentence.paper);
  const lines = [
    // A mark is counted by its longest form, since its number is not known yet.
    lineOf(sentence, 999),
    ...(newGroup ? [headingOf(sentence.entity)] : []),
    ...(newSource ? [sourceOf(sentence.paper, 999)] : []),
    ...(chosen.length === 0 ? [SOURCES] : []),
  ];
  return countTokens(lines.join("\n"));
}

function grouped(chosen: readonly Sentence[]): Group[] {
  const groups = new Map<string, Sentence[]>();
  for (const sentence of chosen) {
    const key = sentence.entity?.id ?? "";
    const group = groups.get(key);
    if (group) group.push(sentence);
    else groups.set(key, [sentence]);
  }
  return [...groups.values()].map((sentences) => ({ entity: sentences[0]?.entity ?? null, sentences }));
}

const SOURCES = "Sources";
const headingOf = (entity: Entity | null): string =>
  entity ? `${entity.name} (${entity.kind.toLowerCase()})` : "Other";
const lineOf = ({ text }: Sentence, mark: number): string => `- ${text} [${mark}]`;
const sourceOf = ({ title, year, id }: Paper, mark: number): string =>
  `[${mark}] ${title}${year === null ? "" : ` (${year})`}. ${id}`;

function textOf(groups: readonly Group[], sources: readonly Paper[]): string {
  if (groups.length === 0) return "";
  const marks = new Map(sources.map((paper, i) => [paper, i + 1]));
  const parts = groups.map(({ entity, sentences }) =>
    [headingOf(entity), ...sentences.map((one) => lineOf(one, marks.get(one.paper) ?? 0))].join("\n"),
  );
  const list = [SOURCES, ...sources.map((paper, i) => sourceOf(paper, i + 1))].join("\n");
  return [...parts, list].join("\n\n");
}
