import { countEntities, listEntities, listVariants } from "../src/store/filter/entity-queries.js";
import type { EntityFilter, PaperFilter } from "../src/store/filter/filter.js";
import { type EntityOrder, entityKey } from "../src/store/filter/order.js";
import { Connection, type Cursor } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import { type Context, query } from "./context.js";
import { entityOrder } from "./entity.input.js";
import type { Entity, EntityEdge } from "./entity.type.js";
import { groupBy, idsOf } from "./load/batches.js";
import { withCurrentEntities } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";

/** An entity with its counts over what the list is restricted to. */
interface CountedRow extends EntityRow {
  readonly papers: number;
  readonly partFirstYear: number | null;
}
type OwnedRow = CountedRow & { readonly owner: string };

type Entities = Connection<CountedRow, EntityEdge>;

const orderName = (order: EntityOrder): string => `entities by ${order.field} ${order.direction}`;
const keyType = (order: EntityOrder): "string" | "number" => (order.field === "NAME" ? "string" : "number");

const placeIn = (order: EntityOrder) => (row: CountedRow) => ({
  key: entityKey(order, { name: row.name, papers: row.papers, firstYear: row.partFirstYear }),
  id: row.id,
});

const edge = (row: CountedRow, cursor: Cursor): EntityEdge => ({
  cursor,
  node: entityOf(row),
  paperCount: row.papers,
  firstYear: row.partFirstYear,
});

/** The entities that pass a filter, which is asked for when they are. */
export function filteredEntities(
  context: Context,
  filter: () => Promise<EntityFilter>,
  order: EntityOrder,
  page: PageArgs,
) {
  const request = pageRequest(page, orderName(order), keyType(order));
  const demand = { after: request.after, limit: request.size + 1 };
  const list = new Connection<CountedRow, EntityEdge>({
    request,
    rows: async () =>
      withCurrentEntities(context, await filter(), (its) => context.read<CountedRow>(listEntities(its, order, demand))),
    place: placeIn(order),
    edge,
    count: async () =>
      withCurrentEntities(context, await filter(), async (its) => {
        const [row] = await context.read<{ count: number }>(countEntities(its));
        return row?.count ?? 0;
      }),
  });
  return Object.assign(list, { facets: { entities: filter } });
}

/** The variants of an entity, those in most papers first; with `papers`, those that such papers mention. */
export function variantsOf(context: Context, entity: Entity, papers: PaperFilter | null, page: PageArgs) {
  const filter = { variantOf: entity.id, papers };
  return papers
    ? filteredEntities(context, async () => filter, entityOrder(), page)
    : Object.assign(allVariants(context, entity, page), { facets: { entities: async () => filter } });
}

/** Without a filter, what is asked of several entities goes in one statement. */
function allVariants(context: Context, entity: Entity, page: PageArgs): Entities {
  const order = entityOrder();
  const request = pageRequest(page, orderName(order), keyType(order));
  const demand = { after: request.after, limit: request.size + 1 };
  return new Connection<CountedRow, EntityEdge>({
    request,
    rows: async () =>
      (await context.batches.load("variants", demand, entity, async (keys) =>
        groupBy(await context.read<OwnedRow>(listVariants(idsOf(keys), order, demand)), ({ owner }) => owner),
      )) ?? [],
    place: placeIn(order),
    edge,
    count: async () => {
      const name = "entity/count-variants";
      const found = await context.batches.load(name, null, entity, async (keys) => {
        const rows = await context.read<{ owner: string; count: number }>(query(name, { ids: idsOf(keys) }));
        return new Map(rows.map(({ owner, count }) => [owner, count]));
      });
      return found ?? 0;
    },
  });
}

/** The entities that an entity is a variant of. */
export async function basesOf(context: Context, entity: Entity): Promise<Entity[]> {
  const name = "entity/get-bases";
  const found = await context.batches.load(name, null, entity, async (keys) =>
    groupBy(await context.read<EntityRow & { owner: string }>(query(name, { ids: idsOf(keys) })), ({ owner }) => owner),
  );
  return (found ?? []).map(entityOf);
}
