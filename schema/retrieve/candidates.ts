import { LIMITS } from "../../src/limits.js";
import { type ContextSource, listContextPapers } from "../../src/store/filter/context-queries.js";
import { listVariants } from "../../src/store/filter/entity-queries.js";
import { entityIds, type PaperFilter, renameEntities } from "../../src/store/filter/filter.js";
import { listPapers } from "../../src/store/filter/paper-queries.js";
import type { Context } from "../context.js";
import { movedIds } from "../load/entities.js";
import { compareText } from "../load/mention.js";
import { loadPaper } from "../load/papers.js";
import { findPapers } from "../load/search.js";
import type { Paper } from "../paper.type.js";
import type { Question } from "./question.js";

/** The papers to take evidence from, the most promising first. */
export interface Candidates {
  readonly papers: readonly Paper[];
  /** What each entity weighs that a name of the question means, or that is a variant of such a one. */
  readonly weights: ReadonlyMap<string, number>;
  /** What a word of the question weighs, by how few papers hold it. */
  readonly wordWeights: ReadonlyMap<string, number>;
  /** The limits that left papers out. */
  readonly truncatedBy: readonly string[];
}

/** What a thing that so many papers have weighs: the rarer, the more. An integer, thousandths. */
export const rarity = (papers: number): number => Math.round(1_000 / Math.log(Math.max(papers, 2) + 1));

/** Variants of an entity that count for it, those in most papers. */
const MOST_VARIANTS = 10;

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
  if (named.length === 0) return byWords(context, words, papers, most);
  const sources = await sourcesOf(context, named);
  const cut = sources.some(({ paperCount }) => paperCount > LIMITS.contextPapersPerEntity);
  const newest = cut ? LIMITS.contextPapersPerEntity : undefined;
  const rows = await context.read<{ id: string }>(listContextPapers(sources, papers, newest, most));
  return {
    papers: await load(
      context,
      rows.map(({ id }) => id),
    ),
    weights: new Map(sources.map(({ id, weight }) => [id, weight])),
    wordWeights: new Map(words.map((word) => [word, HELPING_WORD])),
    truncatedBy: cut ? ["contextPapersPerEntity"] : [],
  };
}

interface Source extends ContextSource {
  readonly paperCount: number;
}

/** What the names mean, and its variants at half its weight: who asks for SQuAD means SQuAD 1.1 as well. */
async function sourcesOf(context: Context, named: Question["named"]): Promise<Source[]> {
  const asked = named.flatMap(({ entities }, slot) => entities.map((entity) => ({ entity, slot })));
  const order = { field: "PAPER_COUNT", direction: "DESC" } as const;
  const page = { after: undefined, limit: MOST_VARIANTS };
  const ids = asked.map(({ entity }) => entity.id);
  const variants = await context.read<{ owner: string; id: string; paperCount: number }>(
    listVariants(ids, order, page),
  );
  const sources = new Map<string, Source>();
  for (const { entity, slot } of asked) {
    const { id, paperCount } = entity;
    sources.set(id, { id, slot, paperCount, weight: rarity(paperCount) });
  }
  for (const { owner, id, paperCount } of variants) {
    const base = sources.get(owner);
    if (base && !sources.has(id)) sources.set(id, { ...base, id, paperCount, weight: Math.floor(base.weight / 2) });
  }
  return [...sources.values()].sort((a, b) => a.slot - b.slot || compareText(a.id, b.id));
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
  const telling = found.filter(({ ids, truncated }) => ids.length > 0 && !truncated);
  const wordWeights = new Map(telling.map(({ word, ids }) => [word, rarity(ids.length)]));
  const scores = new Map<string, number>();
  for (const { word, ids } of telling) {
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + (wordWeights.get(word) ?? 0));
  }
  const passing = await dated(context, [...scores.keys()], filter);
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
  const page = { after: undefined, limit: ids.length };
  const order = { field: "DATE", direction: "DESC" } as const;
  const asked = listPapers({ AND: [{ ids }, filter] }, order, page, { abstract: false, mentions: false });
  return (await context.read<{ id: string }>(asked)).map(({ id }) => id);
}

async function load(context: Context, ids: readonly string[]): Promise<Paper[]> {
  const extras = { abstract: true, mentions: true };
  const papers = await Promise.all(ids.map((id) => loadPaper(context, id, extras)));
  return papers.filter((paper): paper is Paper => paper !== null);
}
