import { LIMITS } from "../../src/limits.js";
import { asksNothing, type PaperFilter } from "../../src/store/filter/filter.js";
import { countOthers } from "../../src/store/filter/related-queries.js";
import type { Kind } from "../../src/vocabulary.js";
import type { Context } from "../context.js";
import type { Entity } from "../entity.type.js";
import type { Paper } from "../paper.type.js";
import { groupBy } from "./batches.js";
import { withCurrentIds } from "./entities.js";
import { compareText } from "./mention.js";

/**
 * The weight of a shared entity: 1 / ln(papers that mention it). A rare entity says more about two papers than one that
 * everybody mentions.
 *
 * L. A. Adamic and E. Adar, Friends and neighbors on the Web, Social Networks 25(3), 2003,
 * doi:10.1016/S0378-8733(03)00009-1. There over persons and what their pages share; here over papers and entities.
 */
const adamicAdar = (papers: number): number => Math.round(SCALE / Math.log(papers));

/** Weights are summed as integers, millionths: exact, and the same on both engines whatever order they add in. */
const SCALE = 1_000_000;
export const inWeights = (sum: number): number => sum / SCALE;

export interface Weighed {
  readonly entity: Entity;
  readonly weight: number;
}

/** The part of the corpus to count in; `kinds` are those of the entities, which so are the same for the same paper. */
export interface Part {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
}

export interface Chosen {
  /** Rarest first. */
  readonly kept: readonly Entity[];
  readonly leftOut: readonly Entity[];
}

/** The entities through which papers are related, so that only so many papers are read: the rarest ones. */
export function choose(entities: readonly Entity[]): Chosen {
  const sorted = [...entities].sort((a, b) => a.paperCount - b.paperCount || compareText(a.id, b.id));
  let papers = 0;
  const kept = sorted.filter(({ paperCount }) => {
    papers += paperCount;
    return paperCount <= LIMITS.relatedPapersPerEntity && papers <= LIMITS.relatedPapers;
  });
  return { kept, leftOut: sorted.slice(kept.length) };
}

/**
 * The entities that another paper mentions, with their weights. Restricted to a part of the corpus, the papers that
 * count are those of the part and the paper itself.
 */
export async function weigh(
  context: Context,
  paper: Paper,
  entities: readonly Entity[],
  part: Part,
): Promise<Weighed[]> {
  const counts = asksNothing(part.papers) ? undefined : await countInPart(context, paper, entities, part);
  const papersOf = (entity: Entity): number => (counts ? (counts.get(entity.id) ?? 0) + 1 : entity.paperCount);
  return entities
    .filter((entity) => papersOf(entity) > 1)
    .map((entity) => ({ entity, weight: adamicAdar(papersOf(entity)) }));
}

/** In how many other papers of the part each entity is. */
async function countInPart(
  context: Context,
  paper: Paper,
  entities: readonly Entity[],
  part: Part,
): Promise<ReadonlyMap<string, number>> {
  const key = { id: paper.id, entities: entities.map(({ id }) => id) };
  type Row = { readonly owner: string; readonly entity: string; readonly count: number };
  const rows = await context.batches.load("count others", part, key, (sources) =>
    withCurrentIds(context, part.papers, async (papers) =>
      groupBy(await context.read<Row>(countOthers(sources, papers)), ({ owner }) => owner),
    ),
  );
  return new Map((rows ?? []).map(({ entity, count }) => [entity, count]));
}
