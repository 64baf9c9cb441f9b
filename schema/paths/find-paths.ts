import { LIMITS } from "../../src/limits.js";
import { entityIds, type PaperFilter, renameEntities } from "../../src/store/filter/filter.js";
import { NO_EXTRAS } from "../../src/store/filter/paper-queries.js";
import { expandEntities } from "../../src/store/filter/path-queries.js";
import type { Context } from "../context.js";
import type { Entity } from "../entity.type.js";
import { loadEntity, movedIds } from "../load/entities.js";
import { compareText } from "../load/mention.js";
import { loadMentions, loadPaper } from "../load/papers.js";
import type { Paper } from "../paper.type.js";
import { bestPaths, countPaths, type Way } from "./best-paths.js";
import { type PathEnd, searchPaths } from "./search.js";
import type { Step } from "./side.js";

export interface PathDemand {
  readonly papers: PaperFilter;
  readonly maxHops: number;
  readonly first: number;
}

/** What a search for paths found. */
export interface FoundPaths {
  readonly length: number | null;
  readonly totalCount: number;
  readonly ways: readonly Way[];
  /** The filter that the papers of the hops pass, with the ids of now. */
  readonly papers: PaperFilter;
  readonly truncatedBy: readonly string[];
  readonly leftOut: () => Promise<Entity[]>;
}

export type End = Paper | Entity;

/** The paper or entity with this id, or the entity that took it over. */
export const loadEnd = (context: Context, id: string): Promise<End | null> =>
  id.startsWith("entity:") ? loadEntity(context, id) : loadPaper(context, id, { ...NO_EXTRAS, mentions: "WHOLE" });

const isEntity = (end: End): end is Entity => "kind" in end;

/** The shortest paths between two papers or entities. A node is zero hops from itself. */
export async function findPaths(context: Context, from: End, to: End, demand: PathDemand): Promise<FoundPaths> {
  const moved = await movedIds(context, entityIds(demand.papers));
  const papers = renameEntities(demand.papers, (id) => moved.get(id) ?? id);
  if (from.id === to.id) {
    const way: Way = { nodes: [from.id], hops: [], papers: 0 };
    return { length: 0, totalCount: 1, ways: [way], papers, truncatedBy: [], leftOut: async () => [] };
  }
  const bounds = {
    maxHops: demand.maxHops,
    papersPerEntity: LIMITS.pathPapersPerEntity,
    papers: LIMITS.pathPapers,
  };
  const ends = new Map([from, to].map((end) => [end.id, end]));
  const searched = await searchPaths(endOf(from), endOf(to), bounds, (ids) => expand(context, ends, ids, papers));
  return {
    length: searched.length ?? null,
    totalCount: countPaths(searched),
    ways: bestPaths(searched, demand.first),
    papers,
    truncatedBy: [
      ...(searched.hubs.length > 0 ? ["pathPapersPerEntity"] : []),
      ...(searched.spent ? ["pathPapers"] : []),
    ],
    leftOut: () => loadHubs(context, searched.hubs),
  };
}

const endOf = (end: End): PathEnd => ({ id: end.id, paperCount: isEntity(end) ? end.paperCount : 0 });

interface Row {
  readonly source: string;
  readonly others: readonly string[];
  readonly counts: readonly number[];
  readonly papers: readonly number[];
}

/** The nodes next to each: of a paper what it mentions, of an entity what papers mention together with it. */
async function expand(
  context: Context,
  ends: ReadonlyMap<string, End>,
  ids: readonly string[],
  filter: PaperFilter,
): Promise<Map<string, Step[]>> {
  const [id] = ids;
  const end = ends.get(id as string);
  const steps = new Map<string, Step[]>();
  if (end && !isEntity(end)) {
    const mentions = await loadMentions(context, end);
    return steps.set(
      end.id,
      mentions.map(({ entity }) => ({ id: entity.id, paperCount: entity.paperCount, papers: 1 })),
    );
  }
  for (const { source, others, counts, papers } of await context.read<Row>(expandEntities(ids, filter))) {
    const list = others.map((other, i) => ({
      id: other,
      paperCount: counts[i] as number,
      papers: papers[i] as number,
    }));
    steps.set(source, list);
  }
  return steps;
}

/** At most a page of them, those in most papers first. */
async function loadHubs(context: Context, ids: readonly string[]): Promise<Entity[]> {
  const found = await Promise.all(ids.map((id) => loadEntity(context, id)));
  return found
    .filter((entity): entity is Entity => entity !== null)
    .sort((a, b) => b.paperCount - a.paperCount || compareText(a.id, b.id))
    .slice(0, LIMITS.maxPageSize);
}
