import { statement } from "../../src/store/statements.js";
import type { Store, Write } from "../../src/store/store.js";
import { type Reading, readingsOf } from "../../src/text/readings.js";
import { type LinkRow, linkWrites, writesOf } from "../load/link-rows.js";
import { entityWrites } from "../load/load-batch.js";
import { joinReadings } from "../load/settle-moves.js";
import type { Curations } from "./curations.js";

const COUNT_DOUBTFUL = statement("curate/count-doubtful");
const CLEAR_DOUBTFUL = statement("curate/clear-doubtful");
const LIST_DOUBTFUL = statement("curate/list-doubtful");
const READ_LINKS_BETWEEN = statement("settle/read-links-between");
const DELETE_LINKS = statement("settle/delete-links");
const DELETE_WITHHELD = statement("curate/delete-withheld");
const CONFIRM_WITHHELD = statement("curate/confirm-withheld");

/** Readings of one transaction. */
const READINGS_PER_WRITE = 500;

interface WithheldRow extends Omit<Reading, "spans"> {
  readonly id: string;
  readonly paper: string;
  readonly spans: readonly number[] | null;
}

/**
 * Puts readings back that were withheld and are rejected no more: to the entity that their paper alone gives them, marked
 * for settling, as if the paper had just been read.
 */
export async function restoreUndone(store: Store, curations: Curations): Promise<void> {
  const [marked] = await store.read<{ nodes: number }>(COUNT_DOUBTFUL);
  if (!marked?.nodes) return;
  for (;;) {
    const rows = await store.read<WithheldRow>(LIST_DOUBTFUL, { limit: READINGS_PER_WRITE });
    if (rows.length === 0) break;
    const back = rows.filter((row) => !curations.rejects(row.paper, row));
    const still = rows.filter((row) => curations.rejects(row.paper, row));
    const placeOf = ({ id, paper }: WithheldRow) => ({ id, paper });
    await store.write([
      ...(await restoring(store, back)),
      ...writesOf(DELETE_WITHHELD, "rows", back.map(placeOf)),
      ...writesOf(CONFIRM_WITHHELD, "rows", still.map(placeOf)),
    ]);
  }
  await store.write([{ statement: CLEAR_DOUBTFUL, params: {} }]);
}

/** The writes that link papers to what they read again, beside what stands there by now. */
async function restoring(store: Store, rows: readonly WithheldRow[]): Promise<Write[]> {
  const coming = new Map<string, { readonly paper: string; readonly entity: string; readonly readings: Reading[] }>();
  for (const { id: _, paper, spans, ...rest } of rows) {
    const reading: Reading = { ...rest, spans: spans ?? [] };
    const place = `${paper} ${reading.readAs}`;
    const same = coming.get(place);
    if (same) same.readings.push(reading);
    else coming.set(place, { paper, entity: reading.readAs, readings: [reading] });
  }
  const places = [...coming.values()].map(({ paper, entity }) => ({ paper, entity }));
  const standing = places.length > 0 ? await store.read<LinkRow>(READ_LINKS_BETWEEN, { rows: places }) : [];
  for (const link of standing) {
    const { readings } = coming.get(`${link.paper} ${link.entity}`)!;
    const back = new Set(readings.map(({ readAs }) => readAs));
    // Where the answer to this write was lost and it runs again, they stand there already.
    readings.push(...readingsOf(link).filter(({ readAs }) => !back.has(readAs)));
  }
  const links = [...coming.values()].map(({ paper, entity, readings }) => joinReadings(paper, entity, readings));
  return [...entityWrites(rows), ...writesOf(DELETE_LINKS, "rows", places), ...linkWrites(links)];
}
