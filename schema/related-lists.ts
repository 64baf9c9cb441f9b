import type { PaperFilter } from "../src/store/filter/filter.js";
import { countRelated, listRelated, type Source } from "../src/store/filter/related-queries.js";
import type { Kind } from "../src/vocabulary.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { groupBy } from "./load/batches.js";
import { withCurrentIds } from "./load/entities.js";
import { type PaperRow, paperOf } from "./load/paper-row.js";
import { loadMentions } from "./load/papers.js";
import { choose, countEntities, inWeights, type Weighed, weigh } from "./load/weights.js";
import { once } from "./once.js";
import type { Paper } from "./paper.type.js";
import type { RelatedPaperEdge } from "./related.type.js";

interface Row extends PaperRow {
  readonly owner: string;
  readonly weight: number;
  readonly shared: readonly string[];
}
type RelatedRow = Omit<Row, "shared"> & { readonly shared: Entity[] };

export interface RelatedDemand {
  readonly papers: PaperFilter;
  readonly minShared: number;
  readonly kinds: readonly Kind[];
}

/** The papers that mention what a paper mentions, by the weight of what they share. */
export function relatedPapers(
  context: Context,
  paper: Paper,
  demand: RelatedDemand,
  page: PageArgs,
  abstract: boolean,
) {
  const request = pageRequest(page, "related", "number");
  const fetched = { after: request.after, limit: request.size + 1 };
  const chosen = once(async () => {
    const entities = ofKinds(await loadMentions(context, paper), demand.kinds);
    return choose(await countEntities(context, paper, entities, demand));
  });
  const weighed = once(async () => weigh((await chosen()).kept));
  const source = async (): Promise<Source> => ({ id: paper.id, shared: (await weighed()).map(plain) });

  const list = new Connection<RelatedRow, RelatedPaperEdge>({
    request,
    rows: async () => {
      const entities = (await weighed()).map(({ entity }) => entity);
      const key = await source();
      if (key.shared.length === 0) return [];
      const rows = await context.batches.load("related", [demand, fetched, abstract], key, (sources) =>
        withCurrentIds(context, demand.papers, async (papers) => {
          const asked = listRelated(sources, { papers, minShared: demand.minShared }, fetched, abstract);
          return groupBy(await context.read<Row>(asked), ({ owner }) => owner);
        }),
      );
      return (rows ?? []).map((row) => ({ ...row, shared: entities.filter(({ id }) => row.shared.includes(id)) }));
    },
    place: (row) => ({ key: row.weight, id: row.id }),
    edge: (row, cursor) => ({
      cursor,
      node: paperOf(row),
      weight: inWeights(row.weight),
      shared: row.shared,
    }),
    count: async () => {
      const key = await source();
      if (key.shared.length === 0) return 0;
      const counted = await context.batches.load("count related", demand, key, (sources) =>
        withCurrentIds(context, demand.papers, async (papers) => {
          const asked = countRelated(sources, { papers, minShared: demand.minShared });
          const rows = await context.read<{ owner: string; count: number }>(asked);
          return new Map(rows.map(({ owner, count }) => [owner, count]));
        }),
      );
      return counted ?? 0;
    },
  });
  return Object.assign(list, {
    truncated: async () => (await chosen()).leftOut.length > 0,
    leftOut: async () => (await chosen()).leftOut.map(({ entity }) => entity),
  });
}

const ofKinds = (mentions: readonly { entity: Entity }[], kinds: readonly Kind[]): Entity[] =>
  mentions.map(({ entity }) => entity).filter(({ kind }) => kinds.includes(kind));

const plain = ({ entity, weight }: Weighed): Source["shared"][number] => ({ id: entity.id, weight });
