import { LIMITS } from "../src/limits.js";
import { asksNothing } from "../src/store/filter/filter.js";
import type { CoOccurringEdge } from "./co-occurring.type.js";
import { loadTogether, readsNewest, type Together, type TogetherRow } from "./co-occurring-lists.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import { ranked, rankKey } from "./connection/ranked.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { countPapersOf } from "./entity-papers.js";
import type { Association } from "./enums.js";
import { associationOf, inUnits } from "./load/association.js";
import { entityOf } from "./load/entity-row.js";
import { countEach, countPart } from "./load/part-counts.js";
import { once } from "./once.js";

/**
 * In how many papers two entities must be together when the client does not say. Two that are in one paper each, the
 * same one, have the highest lift of all and mean nothing.
 */
export const LEAST: Readonly<Record<Association, number>> = { COUNT: 1, LIFT: 3, JACCARD: 1 };

type ScoredRow = TogetherRow & { readonly score: number };

const place = ({ score, together, id }: ScoredRow) => ({ key: rankKey(score, together), id });

/**
 * The entities that papers mention together with an entity, by lift or Jaccard. The store counts, the scores are made
 * and ordered here: both engines then order alike.
 */
export function strongestWith(
  context: Context,
  entity: Entity,
  together: Together,
  by: Exclude<Association, "COUNT">,
  page: PageArgs,
) {
  const request = pageRequest(page, `co-occurring by ${by}`, "string");
  const most = LIMITS.coOccurringScored;
  const found = once(() => loadTogether(context, entity, together, { after: undefined, limit: most + 1 }));
  const scored = once(async () => score(context, entity, together, by, (await found()).slice(0, most)));
  const list = new Connection<ScoredRow, CoOccurringEdge>({
    request,
    rows: async () => ranked(await scored(), place, request.after),
    place,
    edge: (row, cursor) => ({
      ...{ cursor, node: entityOf(row), papersTogether: row.together, score: inUnits(row.score) },
    }),
    count: async () => Math.min((await found()).length, most),
  });
  const truncated = async (): Promise<boolean> =>
    (await found()).length > most || (await readsNewest(context, entity, together.papers));
  return Object.assign(list, { truncated });
}

async function score(
  context: Context,
  entity: Entity,
  { papers }: Together,
  by: Association,
  rows: readonly TogetherRow[],
): Promise<ScoredRow[]> {
  if (rows.length === 0) return [];
  const [all, own, counts] = await Promise.all([
    by === "LIFT" ? countPart(context, papers) : 0,
    asksNothing(papers) ? entity.paperCount : countPapersOf(context, entity, { papers, role: undefined }),
    countEach(context, papers, entity.id, rows),
  ]);
  const one = Math.min(own, LIMITS.coOccurringPapers);
  return rows.map((row) => {
    const other = counts.get(row.id) ?? row.together;
    return { ...row, score: associationOf(by, { together: row.together, one, other, papers: all }) };
  });
}
