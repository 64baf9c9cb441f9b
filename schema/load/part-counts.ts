import { asksNothing, type PaperFilter } from "../../src/store/filter/filter.js";
import { countEntityPapers } from "../../src/store/filter/link-queries.js";
import { countPapers } from "../../src/store/filter/paper-queries.js";
import { unique } from "../../src/store/filter/parameters.js";
import type { Context } from "../context.js";
import { withCurrentIds } from "./entities.js";

/** How many papers a part of the corpus has; asked once per request. */
export async function countPart(context: Context, papers: PaperFilter): Promise<number> {
  const found = await context.batches.load("count part", papers, { id: "" }, () =>
    withCurrentIds(context, papers, async (current) => {
      const [row] = await context.read<{ count: number }>(countPapers(current));
      return new Map([["", row?.count ?? 0]]);
    }),
  );
  return found ?? 0;
}

interface Counted {
  readonly id: string;
  readonly paperCount: number | null;
}

/**
 * In how many papers of a part of the corpus each of these entities is. `owner` says for what they are counted: what
 * one request asks for several owners goes in one statement.
 */
export async function countEach(
  context: Context,
  papers: PaperFilter,
  owner: string,
  entities: readonly Counted[],
): Promise<ReadonlyMap<string, number>> {
  if (asksNothing(papers)) return new Map(entities.map(({ id, paperCount }) => [id, paperCount ?? 0]));
  const ids = entities.map(({ id }) => id);
  const key = { id: owner, asks: ids.join(" "), ids };
  const found = await context.batches.load("count each", papers, key, (keys) =>
    withCurrentIds(context, papers, async (current) => {
      const asked = countEntityPapers(unique(keys.flatMap((one) => one.ids)), { papers: current, role: undefined });
      const rows = await context.read<{ owner: string; count: number }>(asked);
      const counts = new Map(rows.map((row) => [row.owner, row.count]));
      return new Map(keys.map(({ id }) => [id, counts]));
    }),
  );
  return found ?? new Map();
}
