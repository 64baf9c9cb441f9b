import { countPairs } from "../src/store/filter/cross-queries.js";
import { listEntities } from "../src/store/filter/entity-queries.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import type { Kind } from "../src/vocabulary.js";
import type { Context } from "./context.js";
import type { CooccurrenceLink } from "./cooccurrence.type.js";
import { entityOrder } from "./entity.input.js";
import { associationOf, inUnits } from "./load/association.js";
import { withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";
import { countPart } from "./load/part-counts.js";
import { once } from "./once.js";

type NodeRow = EntityRow & { readonly papers: number };

export interface NetworkDemand {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
  readonly size: number;
  /** Papers together, at least. */
  readonly least: number;
}

/** The entities in most papers of a part and how they are mentioned together; each part is made when it is selected. */
export function network(context: Context, { papers, kinds, size, least }: NetworkDemand) {
  const found = once(() =>
    withCurrentIds(context, papers, (current) =>
      context.read<NodeRow>(
        listEntities({ kinds, papers: current }, entityOrder(), { after: undefined, limit: size + 1 }),
      ),
    ),
  );
  const rows = async (): Promise<NodeRow[]> => (await found()).slice(0, size);
  const pairs = once(async () => pairsBetween(context, await rows(), papers));
  return {
    papers: () => countPart(context, papers),
    nodes: async () => (await rows()).map((row) => ({ entity: entityOf(row), papers: row.papers })),
    links: async () => {
      const [nodes, all] = [await rows(), await countPart(context, papers)];
      const enough = (await pairs()).filter(({ together }) => together >= least);
      return enough.map((pair) => linkBetween(nodes, pair, all));
    },
    matrix: async () => {
      const nodes = await rows();
      const table = nodes.map((row, i) => nodes.map((_, j) => (i === j ? row.papers : 0)));
      for (const { one, other, together } of await pairs()) {
        (table[one] as number[])[other] = together;
        (table[other] as number[])[one] = together;
      }
      return table;
    },
    truncated: async () => (await found()).length > size,
  };
}

/** Two nodes by their places, the first one first. */
interface Pair {
  readonly one: number;
  readonly other: number;
  readonly together: number;
}

async function pairsBetween(context: Context, nodes: readonly NodeRow[], papers: PaperFilter): Promise<Pair[]> {
  if (nodes.length < 2) return [];
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) as number;
  type Row = { readonly one: string; readonly other: string; readonly together: number };
  const rows = await withCurrentIds(context, papers, (current) =>
    context.read<Row>(countPairs([...places.keys()], current)),
  );
  return rows
    .map(({ one, other, together }) => {
      const [first, second] = [placeOf(one), placeOf(other)];
      return { one: Math.min(first, second), other: Math.max(first, second), together };
    })
    .sort((a, b) => b.together - a.together || a.one - b.one || a.other - b.other);
}

function linkBetween(nodes: readonly NodeRow[], { one, other, together }: Pair, all: number): CooccurrenceLink {
  const [source, target] = [nodes[one] as NodeRow, nodes[other] as NodeRow];
  const counts = { together, one: source.papers, other: target.papers, papers: all };
  return {
    ...{ source: source.id, target: target.id, papers: together },
    lift: inUnits(associationOf("LIFT", counts)),
    jaccard: inUnits(associationOf("JACCARD", counts)),
  };
}
