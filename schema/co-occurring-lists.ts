import { LIMITS } from "../src/limits.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { countCoOccurring, listCoOccurring } from "../src/store/filter/link-queries.js";
import type { Kind } from "../src/vocabulary.js";
import type { CoOccurringEdge } from "./co-occurring.type.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { countPapersOf } from "./entity-papers.js";
import { groupBy, idsOf } from "./load/batches.js";
import { withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";

interface Row extends EntityRow {
  readonly owner: string;
  readonly together: number;
}

interface Together {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
}

/** The entities that papers mention together with an entity, counted over the papers that pass the filter. */
export function coOccurringWith(context: Context, entity: Entity, { papers, kinds }: Together, page: PageArgs) {
  const request = pageRequest(page, "co-occurring", "number");
  const demand = { after: request.after, limit: request.size + 1 };
  const most = LIMITS.coOccurringPapers;
  const newest = entity.paperCount > most ? most : undefined;
  const list = new Connection<Row, CoOccurringEdge>({
    request,
    rows: async () =>
      (await context.batches.load("co-occurring", [papers, kinds, newest ?? 0, demand], entity, (keys) =>
        withCurrentIds(context, papers, async (current) => {
          const asked = listCoOccurring(idsOf(keys), { papers: current, kinds, newest }, demand);
          return groupBy(await context.read<Row>(asked), ({ owner }) => owner);
        }),
      )) ?? [],
    place: (row) => ({ key: row.together, id: row.id }),
    edge: (row, cursor) => ({ cursor, node: entityOf(row), papersTogether: row.together }),
    count: async () =>
      (await context.batches.load("count co-occurring", [papers, kinds, newest ?? 0], entity, (keys) =>
        withCurrentIds(context, papers, async (current) => {
          const asked = countCoOccurring(idsOf(keys), { papers: current, kinds, newest });
          const rows = await context.read<{ owner: string; count: number }>(asked);
          return new Map(rows.map(({ owner, count }) => [owner, count]));
        }),
      )) ?? 0,
  });
  const truncated = async (): Promise<boolean> =>
    newest !== undefined && (await countPapersOf(context, entity, { papers, role: undefined })) > most;
  return Object.assign(list, { truncated });
}
