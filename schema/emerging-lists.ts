import { countEmerging, type EmergingFilter, listEmerging, riseOf } from "../src/store/filter/year-queries.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";
import { countPart } from "./load/part-counts.js";
import { once } from "./once.js";
import type { EmergingEdge } from "./trend.type.js";

interface Row extends EntityRow {
  readonly rise: number;
  readonly papersSince: number;
  readonly papersBefore: number;
}
/** With the papers of the part, for shares. */
type SharedRow = Row & Pick<EmergingFilter, "allSince" | "allBefore">;

export type EmergingDemand = Omit<EmergingFilter, "allSince" | "allBefore">;

/** The entities whose share of the papers of a part rose since a year; none where it has no papers since or before. */
export function emergingEntities(context: Context, demand: EmergingDemand, page: PageArgs) {
  const { papers, since } = demand;
  const request = pageRequest(page, "emerging", "number");
  const filter = once(async (): Promise<EmergingFilter | undefined> => {
    const [allSince, allBefore] = await Promise.all([
      countPart(context, { AND: [papers, { years: { from: since } }] }),
      countPart(context, { AND: [papers, { years: { to: since - 1 } }] }),
    ]);
    return allSince > 0 && allBefore > 0 ? { ...demand, allSince, allBefore } : undefined;
  });
  return new Connection<SharedRow, EmergingEdge>({
    request,
    rows: async () => {
      const its = await filter();
      if (!its) return [];
      const rows = await withCurrentIds(context, papers, (current) =>
        context.read<Row>(listEmerging({ ...its, papers: current }, { after: request.after, limit: request.size + 1 })),
      );
      return rows.map((row) => ({ ...row, allSince: its.allSince, allBefore: its.allBefore }));
    },
    place: (row) => ({ key: row.rise, id: row.id }),
    edge: (row, cursor) => ({
      cursor,
      node: entityOf(row),
      papersSince: row.papersSince,
      papersBefore: row.papersBefore,
      shareSince: row.papersSince / row.allSince,
      shareBefore: row.papersBefore / row.allBefore,
      rise: riseOf(row.rise),
    }),
    count: async () => {
      const its = await filter();
      if (!its) return 0;
      return withCurrentIds(context, papers, async (current) => {
        const [row] = await context.read<{ count: number }>(countEmerging({ ...its, papers: current }));
        return row?.count ?? 0;
      });
    },
  });
}
