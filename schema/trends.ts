import { LIMITS } from "../src/limits.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { countEntityPapersByYear, countPapersByYear } from "../src/store/filter/year-queries.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { groupBy, idsOf } from "./load/batches.js";
import { withCurrentIds } from "./load/entities.js";
import type { Trend } from "./trend.type.js";

interface YearRow {
  readonly year: number;
  readonly papers: number;
}
type Counts = ReadonlyMap<number, number>;

/** The trends of entities inside a part of the corpus, over the same years. */
export async function trendsOf(context: Context, entities: readonly Entity[], papers: PaperFilter): Promise<Trend[]> {
  const totals = await countYears(context, papers);
  const counts = await Promise.all(entities.map((entity) => countYearsOf(context, entity, papers)));
  const last = Math.max(...totals.keys());
  const first = Math.min(...counts.flatMap((years) => [...years.keys()]));
  const from = Math.max(first, last - LIMITS.trendYears + 1);
  return entities.map((entity, i) => ({
    entity,
    years: yearsBetween(from, last).map((year) => {
      const total = totals.get(year) ?? 0;
      const mentioning = counts[i]?.get(year) ?? 0;
      return { year, papers: mentioning, total, share: total === 0 ? 0 : mentioning / total };
    }),
    truncated: first < from,
  }));
}

/** None when an end is not known, which is then infinite. */
const yearsBetween = (from: number, to: number): number[] =>
  Number.isFinite(from) && Number.isFinite(to) ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];

const byYear = (rows: readonly YearRow[]): Counts => new Map(rows.map(({ year, papers }) => [year, papers]));

/** The papers of each year of the part, of the newest years and of those that have any. */
async function countYears(context: Context, papers: PaperFilter): Promise<Counts> {
  const found = await context.batches.load("count years", papers, { id: "" }, () =>
    withCurrentIds(context, papers, async (current) => {
      const rows = await context.read<YearRow>(countPapersByYear(current, LIMITS.trendYears));
      return new Map([["", byYear(rows)]]);
    }),
  );
  return found ?? new Map();
}

async function countYearsOf(context: Context, entity: Entity, papers: PaperFilter): Promise<Counts> {
  const found = await context.batches.load("count years of", papers, entity, (keys) =>
    withCurrentIds(context, papers, async (current) => {
      const asked = countEntityPapersByYear(idsOf(keys), current);
      const rows = await context.read<YearRow & { owner: string }>(asked);
      return new Map([...groupBy(rows, ({ owner }) => owner)].map(([owner, group]) => [owner, byYear(group)]));
    }),
  );
  return found ?? new Map();
}
