import { LIMITS } from "../../src/limits.js";
import type { ContextSource } from "../../src/store/filter/context-queries.js";
import { listVariants } from "../../src/store/filter/entity-queries.js";
import { asksNothing, type PaperFilter } from "../../src/store/filter/filter.js";
import { countInPart } from "../../src/store/filter/part-queries.js";
import type { Context } from "../context.js";
import { compareText } from "../load/mention.js";
import type { Question } from "./question.js";

/** An entity that a question asks for, with the papers that mention it. */
export interface Source extends ContextSource {
  readonly paperCount: number;
}

/** Variants of an entity that count for it, those in most papers. */
const MOST_VARIANTS = 10;

/**
 * What the names of a question mean, and its variants at half its weight: who asks for SQuAD means SQuAD 1.1 as well. The
 * weight is the rarity in the part of the corpus.
 */
export async function sourcesOf(
  context: Context,
  named: Question["named"],
  filter: PaperFilter,
  rarity: (papers: number) => number,
): Promise<Source[]> {
  const asked = named.flatMap(({ entities }, slot) => entities.map((entity) => ({ entity, slot })));
  const ids = asked.map(({ entity }) => entity.id);
  const [variants, counts] = await Promise.all([readVariants(context, ids), countEach(context, ids, filter)]);
  const sources = new Map<string, Source>();
  for (const { entity, slot } of asked) {
    const { id, paperCount } = entity;
    sources.set(id, { id, slot, paperCount, weight: rarity(counts ? (counts.get(id) ?? 0) : paperCount) });
  }
  for (const { owner, id, paperCount } of variants) {
    const base = sources.get(owner);
    if (base && !sources.has(id)) sources.set(id, { ...base, id, paperCount, weight: Math.floor(base.weight / 2) });
  }
  return [...sources.values()].sort((a, b) => a.paperCount - b.paperCount || compareText(a.id, b.id));
}

interface Variant {
  readonly owner: string;
  readonly id: string;
  readonly paperCount: number;
}

/** By owner and use, the same order on every engine. */
async function readVariants(context: Context, ids: readonly string[]): Promise<Variant[]> {
  const page = { after: undefined, limit: MOST_VARIANTS };
  const order = { field: "PAPER_COUNT", direction: "DESC" } as const;
  const rows = await context.read<Variant>(listVariants(ids, order, page));
  return [...rows].sort((a, b) => compareText(a.owner, b.owner) || compareText(a.id, b.id));
}

/** In how many papers of a part the entities are; of the whole corpus that is kept. */
async function countEach(
  context: Context,
  ids: readonly string[],
  filter: PaperFilter,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (asksNothing(filter)) return undefined;
  const rows = await context.read<{ id: string; papers: number }>(countInPart(ids, filter));
  return new Map(rows.map(({ id, papers }) => [id, papers]));
}

/** The sources whose papers are read, rarest first, and the limits that cut. */
export function readable(sources: readonly Source[]) {
  const { contextPapersPerEntity: each, contextPapersRead: all } = LIMITS;
  let papers = 0;
  const kept = sources.filter(({ paperCount }) => {
    papers += Math.min(paperCount, each);
    return papers <= all;
  });
  const cut = kept.some(({ paperCount }) => paperCount > each);
  const truncatedBy = [
    ...(cut ? ["contextPapersPerEntity"] : []),
    ...(kept.length < sources.length ? ["contextPapersRead"] : []),
  ];
  return { kept, newest: cut ? each : undefined, truncatedBy };
}
