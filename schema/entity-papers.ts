import type { GraphQLResolveInfo } from "graphql";
import { asksNothing } from "../src/store/filter/filter.js";
import { countEntityPapers, type EntityPapersFilter, listEntityPapers } from "../src/store/filter/link-queries.js";
import { type PaperOrder, paperKey } from "../src/store/filter/order.js";
import type { PageDemand, PaperExtras } from "../src/store/filter/paper-queries.js";
import { startsAnywhere } from "../src/store/filter/paper-start.js";
import type { Role } from "../src/vocabulary.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { type LinkEdge, linkEdge } from "./link-edge.js";
import { groupBy, idsOf } from "./load/batches.js";
import { pageByDate } from "./load/by-date.js";
import { corpusSize } from "./load/corpus-size.js";
import { withCurrentIds } from "./load/entities.js";
import { type PaperRow, paperOf } from "./load/paper-row.js";
import type { Paper } from "./paper.type.js";
import { paperExtras, selects, TO_NODES } from "./selects.js";

interface Row extends PaperRow {
  readonly owner: string;
  readonly role: Role;
  readonly confidence: number;
  readonly spans: readonly number[];
}

/** The papers of an entity that pass a filter; what one request asks of several entities goes in one statement. */
export function papersOfEntity(
  context: Context,
  info: GraphQLResolveInfo,
  entity: Entity,
  filter: EntityPapersFilter,
  order: PaperOrder,
  page: PageArgs,
): Connection<Row, LinkEdge<Paper>> {
  const request = pageRequest(page, `papers by ${order.field} ${order.direction}`, "string");
  const demand = { after: request.after, limit: request.size + 1 };
  const wanted = paperExtras(info, ...TO_NODES);
  const extras = { ...wanted, abstract: wanted.abstract || selects(info, ["edges", "evidence"]) };
  const rows = async (): Promise<readonly Row[]> =>
    (await context.batches.load("papers", [filter, order, demand, extras], entity, (keys) =>
      withCurrentIds(context, filter.papers, async (papers) => {
        const asked = listEntityPapers(idsOf(keys), { ...filter, papers }, order, demand, extras);
        return groupBy(await context.read<Row>(asked), ({ owner }) => owner);
      }),
    )) ?? [];
  return new Connection<Row, LinkEdge<Paper>>({
    request,
    rows: async () => (await frequentPage(context, entity, filter, order, demand, extras)) ?? rows(),
    place: (row) => ({ key: paperKey(order, row), id: row.id }),
    edge: (row, cursor) => {
      const paper = paperOf(row, wanted.mentions);
      return linkEdge(context, paper, row, cursor, paper);
    },
    count: async () => {
      if (filter.role === undefined && asksNothing(filter.papers)) return entity.paperCount;
      return (await countPapersOf(context, entity, filter)) ?? 0;
    },
  });
}

/** So many times the papers that hold a page if the entity is in papers of all dates alike. */
const SPARE = 2;
/** Papers that are sorted in the time in which it is found whether one mentions the entity. */
const SORTED_MEANWHILE = 2;

/** A page by the dates of the papers, where the entity is in so many that sorting them all takes longer. */
async function frequentPage(
  context: Context,
  entity: Entity,
  filter: EntityPapersFilter,
  order: PaperOrder,
  page: PageDemand,
  extras: PaperExtras,
): Promise<readonly Row[] | undefined> {
  if (entity.paperCount < page.limit || !startsAnywhere(filter.papers)) return undefined;
  const expected = Math.ceil((SPARE * page.limit * (await corpusSize(context))) / entity.paperCount);
  if (expected * SORTED_MEANWHILE > entity.paperCount) return undefined;
  return withCurrentIds(context, filter.papers, (papers) =>
    pageByDate(context, order, page, expected, (window) =>
      context.read<Row>(listEntityPapers([entity.id], { ...filter, papers }, order, page, extras, window)),
    ),
  );
}

/** How many papers of an entity pass a filter. */
export async function countPapersOf(context: Context, entity: Entity, filter: EntityPapersFilter): Promise<number> {
  const found = await context.batches.load("count papers", filter, entity, (keys) =>
    withCurrentIds(context, filter.papers, async (papers) => {
      type Count = { readonly owner: string; readonly count: number };
      const rows = await context.read<Count>(countEntityPapers(idsOf(keys), { ...filter, papers }));
      return new Map(rows.map(({ owner, count }) => [owner, count]));
    }),
  );
  return found ?? 0;
}
