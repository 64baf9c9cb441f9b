import { compareText } from "../load/mention.js";
import type { Searched } from "./search.js";
import type { Side } from "./side.js";

/** A way through the graph: its nodes in order, and the papers on each hop between them. */
export interface Way {
  readonly nodes: readonly string[];
  readonly hops: readonly number[];
  /** The papers on all hops together. */
  readonly papers: number;
}

/** The best `most` of the shortest paths: those with the most papers on their hops, then by the ids of their nodes. */
export function bestPaths({ from, to, meetings }: Searched, most: number): Way[] {
  const before = waysTo(from, most, (way, id, papers) => ({
    nodes: [...way.nodes, id],
    hops: [...way.hops, papers],
    papers: way.papers + papers,
  }));
  const after = waysTo(to, most, (way, id, papers) => ({
    nodes: [id, ...way.nodes],
    hops: [papers, ...way.hops],
    papers: way.papers + papers,
  }));
  const joined = meetings.flatMap((id) => joinWays(before(id), after(id), most));
  return joined.sort(compareWays).slice(0, most);
}

/** How many shortest paths there are; not above the largest number that GraphQL's Int holds. */
export function countPaths({ from, to, meetings }: Searched): number {
  const [before, after] = [countWays(from), countWays(to)];
  return Math.min(
    meetings.reduce((sum, id) => sum + before(id) * after(id), 0),
    LARGEST_INT,
  );
}

const LARGEST_INT = 2 ** 31 - 1;

/** The best ways between the end of a side and a node of it. */
function waysTo(side: Side, most: number, extend: (way: Way, id: string, papers: number) => Way) {
  const start: readonly Way[] = [{ nodes: [side.end], hops: [], papers: 0 }];
  return along(side, start, (id, reached) =>
    reached
      .flatMap(({ value, papers }) => value.map((way) => extend(way, id, papers)))
      .sort(compareWays)
      .slice(0, most),
  );
}

/** How many ways lead from the end of a side to a node of it. */
const countWays = (side: Side) => along(side, 1, (_, reached) => reached.reduce((sum, { value }) => sum + value, 0));

/** A value of every node of a side, made once from those of the nodes before it; as deep as the search went. */
function along<T>(
  side: Side,
  start: T,
  make: (id: string, reached: readonly { readonly value: T; readonly papers: number }[]) => T,
): (id: string) => T {
  const values = new Map([[side.end, start]]);
  const valueAt = (id: string): T => {
    const known = values.get(id);
    if (known !== undefined) return known;
    const backs = side.backs.get(id) ?? [];
    const made = make(
      id,
      backs.map((back) => ({ value: valueAt(back.id), papers: back.papers })),
    );
    values.set(id, made);
    return made;
  };
  return valueAt;
}

/** Of the i-th best way before and the j-th best behind, (i + 1) * (j + 1) pairs are as good or better. */
function joinWays(before: readonly Way[], after: readonly Way[], most: number): Way[] {
  return before.flatMap((head, i) =>
    after.slice(0, Math.floor(most / (i + 1))).map((tail) => ({
      nodes: [...head.nodes, ...tail.nodes.slice(1)],
      hops: [...head.hops, ...tail.hops],
      papers: head.papers + tail.papers,
    })),
  );
}

/** Most papers first, then by node ids in order; all ways that are compared are of one length. */
function compareWays(a: Way, b: Way): number {
  if (a.papers !== b.papers) return b.papers - a.papers;
  for (let i = 0; i < a.nodes.length; i++) {
    const order = compareText(a.nodes[i] as string, b.nodes[i] as string);
    if (order !== 0) return order;
  }
  return 0;
}
