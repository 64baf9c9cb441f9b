import { LIMITS } from "../src/limits.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { listSimilar, type Measured, sumSquares } from "../src/store/filter/similar-queries.js";
import { KINDS } from "../src/vocabulary.js";
import { loadTogether, readsNewest, type TogetherRow } from "./co-occurring-lists.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import { ranked, rankKey } from "./connection/ranked.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { inUnits } from "./load/association.js";
import { groupBy } from "./load/batches.js";
import { withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";
import { countEach } from "./load/part-counts.js";
import { once } from "./once.js";
import type { SimilarEntityEdge } from "./similar.type.js";

interface Row extends EntityRow {
  readonly owner: string;
  readonly dot: number;
  readonly shared: number;
}
type ScoredRow = Row & { readonly score: number };

interface Found {
  readonly rows: readonly ScoredRow[];
  readonly truncated: boolean;
}
const NOTHING: Found = { rows: [], truncated: false };

const place = ({ score, shared, id }: ScoredRow) => ({ key: rankKey(score, shared), id });

/** The entities of its kind that are mentioned together with the same others, as often. */
export function similarTo(context: Context, entity: Entity, papers: PaperFilter, page: PageArgs) {
  const request = pageRequest(page, "similar", "string");
  const found = once(() => findSimilar(context, entity, papers));
  const list = new Connection<ScoredRow, SimilarEntityEdge>({
    request,
    rows: async () => ranked((await found()).rows, place, request.after),
    place,
    edge: (row, cursor) => ({
      ...{ cursor, node: entityOf(row), score: inUnits(row.score), sharedCompany: row.shared },
    }),
    count: async () => (await found()).rows.length,
  });
  return Object.assign(list, { truncated: async () => (await found()).truncated });
}

async function findSimilar(context: Context, entity: Entity, papers: PaperFilter): Promise<Found> {
  const demand = { after: undefined, limit: LIMITS.similarCompany + 1 };
  const all = await loadTogether(context, entity, { papers, kinds: KINDS, least: 1 }, demand);
  if (all.length === 0) return NOTHING;
  const company = await affordable(context, papers, entity.id, all.slice(0, LIMITS.similarCompany));
  const source = { id: entity.id, kind: entity.kind, company: company.kept };
  const candidates = await loadCandidates(context, papers, source);
  const others = await affordable(context, papers, `of ${entity.id}`, candidates.slice(0, LIMITS.similarEntities));
  const leftOut = company.leftOut.map(({ id }) => id);
  const measured = [entity, ...others.kept].map(({ id }): Measured => ({ id, owner: entity.id, leftOut }));
  const lengths = await measure(context, papers, entity.id, measured);
  const together = new Map(company.kept.map((row) => [row.id, row.together]));
  return {
    rows: others.kept.map((row) => {
      const other = lengths.get(row.id) ?? 0;
      return { ...row, score: cosine(row.dot, lengths.get(entity.id) ?? 0, other, together.get(row.id) ?? 0) };
    }),
    truncated:
      all.length > LIMITS.similarCompany ||
      candidates.length > LIMITS.similarEntities ||
      company.leftOut.length + others.leftOut.length > 0 ||
      (await readsNewest(context, entity, papers)),
  };
}

/** In millionths. How often the two are together says nothing of their company: it counts in neither length. */
const cosine = (dot: number, one: number, other: number, together: number): number =>
  Math.round((SCALE * dot) / (Math.sqrt(one - together ** 2) * Math.sqrt(other - together ** 2)));

const SCALE = 1_000_000;

/** Of the rows, in their order, those whose papers may be read; the most frequent entities are left out. */
async function affordable<R extends EntityRow>(
  context: Context,
  papers: PaperFilter,
  owner: string,
  rows: readonly R[],
) {
  const counts = await countEach(context, papers, owner, rows);
  const [kept, leftOut]: [R[], R[]] = [[], []];
  let read = 0;
  for (const row of rows) {
    const count = counts.get(row.id) ?? 0;
    if (read + count <= LIMITS.similarPapers) {
      read += count;
      kept.push(row);
    } else leftOut.push(row);
  }
  return { kept, leftOut };
}

interface Source extends Pick<Entity, "id" | "kind"> {
  readonly company: readonly TogetherRow[];
}

async function loadCandidates(context: Context, papers: PaperFilter, source: Source): Promise<readonly Row[]> {
  const found = await context.batches.load("similar", papers, source, (sources) =>
    withCurrentIds(context, papers, async (current) => {
      const rows = await context.read<Row>(listSimilar(sources, current, LIMITS.similarEntities + 1));
      return groupBy(rows, ({ owner }) => owner);
    }),
  );
  return found ?? [];
}

/** The squared length of the company of each entity, for one owner. */
async function measure(
  context: Context,
  papers: PaperFilter,
  owner: string,
  entities: readonly Measured[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await context.batches.load("company squares", papers, { id: owner, entities }, (keys) =>
    withCurrentIds(context, papers, async (current) => {
      type Squares = { readonly owner: string; readonly id: string; readonly squares: number };
      const asked = sumSquares(
        keys.flatMap((key) => key.entities),
        current,
      );
      return groupBy(await context.read<Squares>(asked), (row) => row.owner);
    }),
  );
  return new Map((rows ?? []).map(({ id, squares }) => [id, squares]));
}
