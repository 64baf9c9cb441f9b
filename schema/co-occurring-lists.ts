import { LIMITS } from "../src/limits.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { type CoOccurringFilter, countCoOccurring, listCoOccurring } from "../src/store/filter/link-queries.js";
import type { PageDemand } from "../src/store/filter/paper-queries.js";
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

export interface TogetherRow extends EntityRow {
  readonly owner: string;
  readonly together: number;
}

export interface Together {
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
  /** Papers together, at least. */
  readonly least: number;
}

/** The entities that papers mention together with an entity, those in most such papers first. */
export function coOccurringWith(context: Context, entity: Entity, together: Together, page: PageArgs) {
  const request = pageRequest(page, "co-occurring", "number");
  const list = new Connection<TogetherRow, CoOccurringEdge>({
    request,
    rows: () => loadTogether(context, entity, together, { after: request.after, limit: request.size + 1 }),
    place: (row) => ({ key: row.together, id: row.id }),
    edge: (row, cursor) => ({ cursor, node: entityOf(row), papersTogether: row.together, score: row.together }),
    count: () => countTogether(context, entity, together),
  });
  return Object.assign(list, { truncated: () => readsNewest(context, entity, together.papers) });
}

/** Only the newest papers of an entity are read when it is in too many. */
const newestOf = ({ paperCount }: Entity): number | undefined =>
  paperCount > LIMITS.coOccurringPapers ? LIMITS.coOccurringPapers : undefined;

/** Whether papers of the part were left out so. */
export const readsNewest = async (context: Context, entity: Entity, papers: PaperFilter): Promise<boolean> =>
  newestOf(entity) !== undefined &&
  (await countPapersOf(context, entity, { papers, role: undefined })) > LIMITS.coOccurringPapers;

/** The entities with the number of papers together, by that number. */
export async function loadTogether(
  context: Context,
  entity: Entity,
  { papers, ...rest }: Together,
  demand: PageDemand,
): Promise<readonly TogetherRow[]> {
  const filter: Omit<CoOccurringFilter, "papers"> = { ...rest, newest: newestOf(entity) };
  const found = await context.batches.load("co-occurring", [papers, filter, demand], entity, (keys) =>
    withCurrentIds(context, papers, async (current) => {
      const asked = listCoOccurring(idsOf(keys), { ...filter, papers: current }, demand);
      return groupBy(await context.read<TogetherRow>(asked), ({ owner }) => owner);
    }),
  );
  return found ?? [];
}

async function countTogether(context: Context, entity: Entity, { papers, ...rest }: Together): Promise<number> {
  const filter: Omit<CoOccurringFilter, "papers"> = { ...rest, newest: newestOf(entity) };
  const found = await context.batches.load("count co-occurring", [papers, filter], entity, (keys) =>
    withCurrentIds(context, papers, async (current) => {
      const asked = countCoOccurring(idsOf(keys), { ...filter, papers: current });
      const rows = await context.read<{ owner: string; count: number }>(asked);
      return new Map(rows.map(({ owner, count }) => [owner, count]));
    }),
  );
  return found ?? 0;
}
