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
import { compareText } from "./load/mention.js";
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

/** So many entities with most of the same company are looked at before some are chosen to be compared. */
const POOL = 3 * LIMITS.similarEntities;

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
  const most = all.slice(0, LIMITS.similarCompany);
  const company = affordable(most, await countEach(context, papers, entity.id, most));
  const candidates = await loadCandidates(context, papers, { ...entity, company: company.kept });
  const counts = await countEach(context, papers, `like ${entity.id}`, candidates);
  const compared = affordable(nearest(candidates, counts).slice(0, LIMITS.similarEntities), counts);
  const leftOut = company.leftOut.map(({ id }) => id);
  const measured = compared.kept.map(({ id }): Measured => ({ id, owner: entity.id, leftOut }));
  const lengths = await measure(context, papers, entity.id, measured);
  return {
    rows: compared.kept.map((row) => ({ ...row, score: cosine(row, company, lengths.get(row.id) ?? 0) })),
    truncated:
      all.length > LIMITS.similarCompany ||
      candidates.length > LIMITS.similarEntities ||
      company.leftOut.length + compared.leftOut.length > 0 ||
      (await readsNewest(context, entity, papers)),
  };
}

interface Affordable<R> {
  readonly kept: readonly R[];
  readonly leftOut: readonly R[];
}

/** Of the rows, in their order, those whose papers may be read; entities in too many papers are left out. */
function affordable<R extends EntityRow>(rows: readonly R[], counts: ReadonlyMap<string, number>): Affordable<R> {
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

/**
 * Those first that are likely to be the most similar. The length of a company is dear to count and grows about as the
 * root of the number of papers.
 */
const nearest = (rows: readonly Row[], counts: ReadonlyMap<string, number>): Row[] =>
  rows
    .map((row) => ({ row, guess: row.dot / Math.sqrt(counts.get(row.id) ?? 1) }))
    .sort((a, b) => b.guess - a.guess || compareText(a.row.id, b.row.id))
    .map(({ row }) => row);

/** In millionths. How often the two are together says nothing of their company: it counts in neither length. */
function cosine({ id, dot }: Row, { kept, leftOut }: Affordable<TogetherRow>, squares: number): number {
  const one = kept.reduce((sum, row) => (row.id === id ? sum : sum + row.together ** 2), 0);
  const together = [...kept, ...leftOut].find((row) => row.id === id)?.together ?? 0;
  return Math.round((SCALE * dot) / (Math.sqrt(one) * Math.sqrt(squares - together ** 2)));
}

const SCALE = 1_000_000;

interface Source extends Pick<Entity, "id" | "kind"> {
  readonly company: readonly TogetherRow[];
}

async function loadCandidates(context: Context, papers: PaperFilter, source: Source): Promise<readonly Row[]> {
  const found = await context.batches.load("similar", papers, source, (sources) =>
    withCurrentIds(context, papers, async (current) => {
      const rows = await context.read<Row>(listSimilar(sources, current, POOL));
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
  const rows = await context.batches.load(
    "company squares",
    papers,
    { id: owner, asks: entities.map(({ id }) => id).join(" "), entities },
    (keys) =>
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
