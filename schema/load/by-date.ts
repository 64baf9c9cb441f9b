import type { PaperWindow } from "../../src/store/filter/link-queries.js";
import type { After, PaperOrder } from "../../src/store/filter/order.js";
import type { PageDemand } from "../../src/store/filter/paper-queries.js";
import { statement } from "../../src/store/statements.js";
import { untilAborted } from "../../src/store/stopped.js";
import type { Store } from "../../src/store/store.js";
import type { Context } from "../context.js";
import { compareText } from "./mention.js";

/** How many papers appeared on a date, as exact as it is known. */
export interface DateCount {
  readonly date: string;
  readonly papers: number;
}

/** Dates to read the papers of; `rest` says that there are papers of further dates in the order. */
interface Window {
  readonly dates: readonly string[];
  readonly rest: boolean;
}

const COUNT_DATES = statement("paper/count-dates.embedded");

/** Times the papers of the first window that are read before all are. */
const WIDER = 8;

interface Counted {
  readonly writes: number;
  readonly dates: Promise<readonly DateCount[]>;
}

const counted = new WeakMap<Store, Counted>();

/**
 * One page of papers by date, without reading them all: of the papers at the beginning of the page, of more when these
 * do not fill it, and in the end, when the filter lets too little through, of all. The rows are those that the whole
 * statement gives. An index in the order of dates gives the first papers themselves; a store without one, the embedded,
 * those of the first dates. Undefined where neither helps.
 *
 * `expected` is how many papers are likely to hold a page; `read` reads from those of a window, or from all.
 */
export async function pageByDate<Row>(
  context: Context,
  order: PaperOrder,
  page: PageDemand,
  expected: number,
  read: (window?: PaperWindow) => Promise<readonly Row[]>,
): Promise<readonly Row[] | undefined> {
  const { store } = context;
  if (order.field !== "DATE") return undefined;
  if (store.writes === undefined) return order.direction === "DESC" ? pageByIndex(page, expected, read) : undefined;
  const all = await untilAborted(datesOf(store), COUNT_DATES.name, context.signal, () => {});
  const dates = inOrder(all, order, page.after);
  for (const papers of [expected, expected * WIDER]) {
    const window = firstOf(dates, papers, page.after);
    const rows = await read(window);
    if (rows.length >= page.limit || !window.rest) return rows;
  }
  return read();
}

/** For newest first alone: the other way, unknown dates come last, but first in the index. */
async function pageByIndex<Row>(
  { limit }: PageDemand,
  expected: number,
  read: (window?: PaperWindow) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = await read({ first: expected });
  return rows.length >= limit ? rows : read();
}

/** The dates of a store's papers. Counted once between two writes; a request that is stopped does not stop it. */
async function datesOf(store: Store): Promise<readonly DateCount[]> {
  const known = counted.get(store);
  if (known && known.writes === store.writes) return known.dates;
  const dates = store.read<DateCount>(COUNT_DATES);
  counted.set(store, { writes: store.writes ?? 0, dates });
  dates.catch(() => counted.delete(store));
  return dates;
}

/** From the place of the cursor on; unknown dates come last in both directions. */
export function inOrder(dates: readonly DateCount[], { direction }: PaperOrder, after: After | undefined): DateCount[] {
  const known = dates.filter(({ date }) => date !== "");
  const sorted = known.sort((a, b) => compareText(a.date, b.date) * (direction === "ASC" ? 1 : -1));
  const all = [...sorted, ...dates.filter(({ date }) => date === "")];
  if (!after) return all;
  const from = all.findIndex(({ date }) => isFrom(date, String(after.key), direction));
  return from < 0 ? [] : all.slice(from);
}

const isFrom = (date: string, key: string, direction: PaperOrder["direction"]): boolean =>
  date === "" || (key !== "" && (direction === "DESC" ? date <= key : date >= key));

/** As many dates as hold so many papers behind the cursor, whose own date may hold others before it. */
export function firstOf(dates: readonly DateCount[], papers: number, after: After | undefined): Window {
  let sum = 0;
  let end = 0;
  for (; end < dates.length && sum < papers; end++) {
    const { date, papers: more } = dates[end] as DateCount;
    if (date !== after?.key) sum += more;
  }
  return { dates: dates.slice(0, end).map(({ date }) => date), rest: end < dates.length };
}
