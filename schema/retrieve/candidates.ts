import { LIMITS } from "../../src/limits.js";
import { listContextPapers, pickPapers } from "../../src/store/filter/context-queries.js";
import { entityIds, type PaperFilter, renameEntities } from "../../src/store/filter/filter.js";
import type { Context } from "../context.js";
import { movedIds } from "../load/entities.js";
import { compareText } from "../load/mention.js";
import { loadPaper } from "../load/papers.js";
import { findPapers } from "../load/search.js";
import type { Paper } from "../paper.type.js";
import { comparable, type Question } from "./question.js";
import { readable, sourcesOf } from "./sources.js";

/** The papers to take evidence from, the most promising first. */
export interface Candidates {
  readonly papers: readonly Paper[];
  /** What each entity weighs that a name of the question means, or that is a variant of such a one. */
  readonly weights: ReadonlyMap<string, number>;
  /** What a word of the question weighs, in its comparable form. */
  readonly wordWeights: ReadonlyMap<string, number>;
  /** The limits that left papers out. */
  readonly truncatedBy: readonly string[];
}

/** What a thing that so many papers have weighs: the rarer, the more. An integer, thousandths. */
const rarity = (papers: number): number => Math.round(1_000 / Math.log(Math.max(papers, 2) + 1));

/** The weight of a word where the entities decide and it only helps. */
const HELPING_WORD = 150;

export async function findCandidates(
  context: Context,
  { named, words }: Question,
  filter: PaperFilter,
  most: number,
): Promise<Candidates> {
  const moved = await movedIds(context, entityIds(filter));
  const papers = renameEntities(filter, (id) => moved.get(id) ?? id);
  return named.length === 0 ? byWords(context, words, papers, most) : byEntities(context, named, words, papers, most);
}

async function byEntities(
  context: Context,
  named: Question["named"],
  words: readonly string[],
  filter: PaperFilter,
  most: number,
): Promise<Candidates> {
  const sources = await sourcesOf(context, named, filter, rarity);
  const { kept, truncatedBy, newest } = readable(sources);
  const rows = await context.read<{ id: string }>(listContextPapers(kept, filter, newest, most));
  const ids = rows.map(({ id }) => id);
  return {
    papers: await load(context, ids),
    weights: new Map(sources.map(({ id, weight }) => [id, weight])),
    wordWeights: new Map([...comparable(words)].map((word) => [word, HELPING_WORD])),
    truncatedBy,
  };
}

/**
 * For a question without a known name: the papers that hold its words, the rare ones above all. A word that too many papers
 * hold says nothing, and only the best of them would be known, which each engine ranks in its own way; so it is left out.
 */
async function byWords(
  context: Context,
  words: readonly string[],
  filter: PaperFilter,
  most: number,
): Promise<Candidates> {
  const searched = words.slice(0, LIMITS.contextWords);
  const found = await Promise.all(searched.map(async (word) => ({ word, ...(await findPapers(context, word)()) })));
  const telling = found.filter(({ truncated }) => !truncated);
  const passing = await dated(context, [...new Set(telling.flatMap(({ ids }) => ids))], filter);
  const isPassing = new Set(passing);
  const scores = new Map<string, number>();
  const wordWeights = new Map<string, number>();
  for (const { word, ids } of telling) {
    const holding = ids.filter((id) => isPassing.has(id));
    const weight = rarity(holding.length);
    for (const form of comparable([word])) wordWeights.set(form, weight);
    for (const id of holding) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  const ids = passing.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)).slice(0, most);
  return {
    papers: await load(context, ids),
    weights: new Map(),
    wordWeights,
    truncatedBy: words.length > searched.length ? ["contextWords"] : [],
  };
}

/** Those of the papers that pass the filter, newest first. */
async function dated(context: Context, ids: readonly string[], filter: PaperFilter): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await context.read<{ id: string; date: string }>(pickPapers(ids, filter));
  return [...rows].sort((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id)).map(({ id }) => id);
}

async function load(context: Context, ids: readonly string[]): Promise<Paper[]> {
  const extras = { abstract: true, details: true, mentions: "WHOLE" as const };
  const papers = await Promise.all(ids.map((id) => loadPaper(context, id, extras)));
  return papers.filter((paper): paper is Paper => paper !== null);
}
