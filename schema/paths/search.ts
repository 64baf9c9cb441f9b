import { compareText } from "../load/mention.js";
import { Side, type Step } from "./side.js";

export interface PathBounds {
  readonly maxHops: number;
  /** Paths lead through no entity in more papers than this; the ends may be in more. */
  readonly papersPerEntity: number;
  /** Papers that the whole search reads. */
  readonly papers: number;
}

/** An end of the search: a paper, which costs nothing to read, or an entity. */
export interface PathEnd {
  readonly id: string;
  readonly paperCount: number;
}

/** The nodes next to each of these. */
export type Expand = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Step[]>>;

export interface Searched {
  readonly from: Side;
  readonly to: Side;
  /** Where the two sides meet: every shortest path leads through one of these. Empty when there is none. */
  readonly meetings: readonly string[];
  readonly length: number | undefined;
  /** Entities through which a path as short or shorter might lead, not followed since they are in too many papers. */
  readonly hubs: readonly string[];
  /** Whether entities were not followed since the papers of the whole search were spent. */
  readonly spent: boolean;
}

/**
 * The shortest paths between two different nodes, breadth first from both ends: the side that is cheaper to read goes
 * on, level by level, until the two meet. The levels are the same on every engine, and so is what is left out.
 */
export async function searchPaths(from: PathEnd, to: PathEnd, bounds: PathBounds, expand: Expand): Promise<Searched> {
  const sides = [new Side(from.id, from.paperCount), new Side(to.id, to.paperCount)] as const;
  const hubs = new Map<string, number>();
  let left = bounds.papers;
  let spent = false;
  while (sides[0].depth + sides[1].depth < bounds.maxHops) {
    const [cheaper, dearer] = sides[0].cost <= sides[1].cost ? sides : [sides[1], sides[0]];
    if (cheaper.level.size === 0) break;
    const [side, other] = withinBudget(cheaper.level, left).length > 0 ? [cheaper, dearer] : [dearer, cheaper];
    const followed = withinBudget(side.level, left);
    spent ||= followed.length < side.level.size;
    if (followed.length === 0) break;
    left -= followed.reduce((sum, id) => sum + (side.level.get(id) ?? 0), 0);
    const steps = new Map<string, Step[]>();
    const leads = ({ id, paperCount }: Step): boolean => paperCount <= bounds.papersPerEntity || id === other.end;
    for (const [id, list] of await expand(followed)) {
      steps.set(id, list.filter(leads));
      for (const step of list) {
        if (leads(step) || step.id === side.end) continue;
        hubs.set(step.id, Math.min(hubs.get(step.id) ?? Number.POSITIVE_INFINITY, side.depth + 1));
      }
    }
    side.advance(steps);
    const meetings = [...side.level.keys()].filter((id) => other.backs.has(id)).sort(compareText);
    if (meetings.length > 0) {
      const length = side.depth + other.depth;
      // A path through a hub is at least one hop longer than the way to it.
      const worth = [...hubs].filter(([, depth]) => depth < length).map(([id]) => id);
      return { from: sides[0], to: sides[1], meetings, length, hubs: worth, spent };
    }
  }
  const all = [...hubs.keys()];
  return { from: sides[0], to: sides[1], meetings: [], length: undefined, hubs: all, spent };
}

/** The nodes of a level that are followed: the rarest ones, as many as the papers left to read allow. */
export function withinBudget(level: ReadonlyMap<string, number>, papers: number): string[] {
  let sum = 0;
  return [...level]
    .sort(([a, countA], [b, countB]) => countA - countB || compareText(a, b))
    .filter(([, count]) => {
      sum += count;
      return sum <= papers;
    })
    .map(([id]) => id);
}
