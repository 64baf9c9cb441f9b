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

/** An entity of a paper and in how many papers of the part it is, the paper itself included. */
export interface Counted {
  readonly entity: Entity;
  readonly papers: number;
}

/** The entities of a paper counted in a part of the corpus: its papers and the paper itself. */
export async function countEntities(
  context: Context,
  paper: Paper,
  entities: readonly Entity[],
  part: Part,
): Promise<Counted[]> {
  if (entities.length === 0) return [];
  const counts = asksNothing(part.papers) ? undefined : await countInPart(context, paper, entities, part);
  const papersOf = (entity: Entity): number => (counts ? (counts.get(entity.id) ?? 0) + 1 : entity.paperCount);
  return entities.map((entity) => ({ entity, papers: papersOf(entity) }));
}

export interface Chosen {
  /** Rarest first. */
  readonly kept: readonly Counted[];
  readonly leftOut: readonly Counted[];
}

/** The entities through which papers are related, so that only so many papers are read: the rarest ones. */
export function choose(counted: readonly Counted[]): Chosen {
  const sorted = [...counted].sort((a, b) => a.papers - b.papers || compareText(a.entity.id, b.entity.id));
  let read = 0;
  const kept = sorted.filter(({ papers }) => {
    read += papers;
    return papers <= LIMITS.relatedPapersPerEntity && read <= LIMITS.relatedPapers;
  });
  return { kept, leftOut: sorted.slice(kept.length) };
}

/** Those that another paper mentions too, with their weights. */
export const weigh = (counted: readonly Counted[]): Weighed[] =>
  counted.filter(({ papers }) => papers > 1).map(({ entity, papers }) => ({ entity, weight: adamicAdar(papers) }));

/** In how many other papers of the part each entity is. */
async function countInPart(
  context: Context,
  paper: Paper,
  entities: readonly Entity[],
  part: Part,
): Promise<ReadonlyMap<string, number>> {
  const ids = entities.map(({ id }) => id);
  const key = { id: paper.id, asks: ids.join(" "), entities: ids };
  type Row = { readonly owner: string; readonly entity: string; readonly count: number };
  const rows = await context.batches.load("count others", part, key, (sources) =>
    withCurrentIds(context, part.papers, async (papers) =>
      groupBy(await context.read<Row>(countOthers(sources, papers)), ({ owner }) => owner),
    ),
  );
  return new Map((rows ?? []).map(({ entity, count }) => [entity, count]));
}
