import type { PaperFilter } from "../../src/store/filter/filter.js";
import { type EntityHop, listHopPapers } from "../../src/store/filter/path-queries.js";
import type { Context } from "../context.js";
import type { Entity } from "../entity.type.js";
import { groupBy } from "../load/batches.js";
import { compareText } from "../load/mention.js";
import { type PaperRow, paperOf } from "../load/paper-row.js";
import type { Paper } from "../paper.type.js";

type Row = PaperRow & { readonly owner: string };
type Key = EntityHop & { readonly id: string };

/** The newest papers that mention both entities of a hop; the hops of all paths go in one statement. */
export async function hopPapers(
  context: Context,
  [a, b]: readonly [Entity, Entity],
  papers: PaperFilter,
  first: number,
  abstract: boolean,
): Promise<Paper[]> {
  const aIsRarer = (a.paperCount - b.paperCount || compareText(a.id, b.id)) <= 0;
  const [rare, other] = aIsRarer ? [a.id, b.id] : [b.id, a.id];
  const id = `${rare} ${other}`;
  const key: Key = { id, key: id, rare, other };
  const rows = await context.batches.load("hop papers", [papers, first, abstract], key, async (keys: readonly Key[]) =>
    groupBy(await context.read<Row>(listHopPapers(keys, papers, first, abstract)), ({ owner }) => owner),
  );
  return (rows ?? []).map((row) => paperOf(row));
}
