import { asksNothing, type PaperFilter } from "../src/store/filter/filter.js";
import type { PaperWindow } from "../src/store/filter/link-queries.js";
import { type PaperOrder, paperKey } from "../src/store/filter/order.js";
import {
  countPapers,
  listFoundPapers,
  listPapers,
  NO_EXTRAS,
  type PageDemand,
  type PaperExtras,
} from "../src/store/filter/paper-queries.js";
import { startsAnywhere } from "../src/store/filter/paper-start.js";
import { Connection, type Cursor } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { pageByDate } from "./load/by-date.js";
import { withCurrentIds } from "./load/entities.js";
import { type PaperRow, paperOf } from "./load/paper-row.js";
import type { PaperEdge } from "./paper.type.js";

const edgeWith =
  ({ mentions }: PaperExtras) =>
  (row: PaperRow, cursor: Cursor): PaperEdge => ({ cursor, node: paperOf(row, mentions) });

/** The papers that pass a filter, which is asked for when they are. */
export function orderedPapers(
  context: Context,
  filter: () => Promise<PaperFilter>,
  order: PaperOrder,
  page: PageArgs,
  extras: PaperExtras,
): Connection<PaperRow, PaperEdge> {
  const request = pageRequest(page, `papers by ${order.field} ${order.direction}`, "string");
  const demand = { after: request.after, limit: request.size + 1 };
  return new Connection<PaperRow, PaperEdge>({
    request,
    rows: async () =>
      withCurrentIds(context, await filter(), (current) => readPapers(context, current, order, demand, extras)),
    place: (row) => ({ key: paperKey(order, row), id: row.id }),
    edge: edgeWith(extras),
    count: async () => withCurrentIds(context, await filter(), (current) => readCount(context, current)),
  });
}

/** Rows of a page that a filter without a start expects in so many papers: one in fifty passes, hardly fewer. */
const PAPERS_A_ROW = 50;

async function readPapers(
  context: Context,
  filter: PaperFilter,
  order: PaperOrder,
  page: PageDemand,
  extras: PaperExtras,
): Promise<readonly PaperRow[]> {
  const read = (window?: PaperWindow): Promise<PaperRow[]> =>
    context.read(listPapers(filter, order, page, extras, window && "dates" in window ? window.dates : undefined));
  // Neo4j walks its index of dates in this very statement.
  if (!startsAnywhere(filter) || context.store.engine === "neo4j") return read();
  const expected = page.limit * (asksNothing(filter) ? 1 : PAPERS_A_ROW);
  return (await pageByDate(context, order, page, expected, read)) ?? read();
}

type FoundRow = PaperRow & { readonly rank: number };

/** The papers of a text search that pass a filter, best first. */
export function foundPapers(
  context: Context,
  ids: () => Promise<readonly string[]>,
  filter: PaperFilter,
  page: PageArgs,
  extras: PaperExtras,
): Connection<FoundRow, PaperEdge> {
  const request = pageRequest(page, "papers by rank", "number");
  const demand = { after: request.after, limit: request.size + 1 };
  return new Connection<FoundRow, PaperEdge>({
    request,
    rows: async () => {
      const hits = await ids();
      return withCurrentIds(context, filter, (current) => context.read(listFoundPapers(hits, current, demand, extras)));
    },
    place: (row) => ({ key: row.rank, id: row.id }),
    edge: edgeWith(NO_EXTRAS),
    count: async () => {
      const hits = await ids();
      return withCurrentIds(context, filter, (current) => readCount(context, { AND: [{ ids: hits }, current] }));
    },
  });
}

async function readCount(context: Context, filter: PaperFilter): Promise<number> {
  const [row] = await context.read<{ count: number }>(countPapers(filter));
  return row?.count ?? 0;
}
