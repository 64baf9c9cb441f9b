import { storedWords } from "../../text/search-words.js";
import type { Parameters } from "./parameters.js";

export type Direction = "ASC" | "DESC";

/** Where a page begins: behind the row with this sort key and id. */
export interface After {
  readonly key: string | number;
  readonly id: string;
}

/** How rows are ordered: by `key`, and by `id` where keys are equal. Both are expressions over the row's variables. */
interface Sorting {
  readonly key: string;
  readonly id: string;
  readonly direction: Direction;
}

/** The slots of one page: the condition that skips what came before it, and the clause that orders and cuts. */
export interface PageSlots {
  readonly after: readonly string[];
  readonly order: string;
}

export type PaperOrder = { readonly field: "DATE" | "TITLE"; readonly direction: Direction };
export type EntityOrder = { readonly field: "PAPER_COUNT" | "NAME" | "FIRST_YEAR"; readonly direction: Direction };

/** Unknown dates and years come last in both directions; these stand for them in keys. */
export const LAST_DATE = "9999";
export const LAST_YEAR = 9999;
export const BEFORE_ALL_YEARS = -9999;

/**
 * What titles and names are ordered by: their folded words, as stored for the search. Case, accents and punctuation do
 * not count, and no character is left that the engines order differently (Neo4j compares a parameter with a stored text
 * by UTF-16, two stored ones by code point).
 */
const headOf = (words: string): string => `split(coalesce(${words}, ''), '|')[0]`;
export const headKey = (text: string): string => storedWords(text, "").split("|")[0] as string;

/** Papers `p`; `carry` names the variables that the rest of the statement needs, `limit` the parameter that cuts. */
export function paperPage(
  order: PaperOrder,
  after: After | undefined,
  carry: string,
  parameters: Parameters,
  limit = "$limit",
): PageSlots {
  const key = order.field === "TITLE" ? headOf("p.words") : order.direction === "DESC" ? "p.date" : ASCENDING_DATE;
  return pageSlots({ key, id: "p.id", direction: order.direction }, after, carry, parameters, limit);
}

const ASCENDING_DATE = `CASE WHEN p.date = '' THEN '${LAST_DATE}' ELSE p.date END`;

/** The key of a paper in an order, as `paperPage` sorts it. */
export const paperKey = (order: PaperOrder, paper: { title: string; date: string }): string =>
  order.field === "TITLE"
    ? headKey(paper.title)
    : paper.date === "" && order.direction === "ASC"
      ? LAST_DATE
      : paper.date;

/** What entities are counted over: their kept counts, or the variables `papers` and `firstYear` of a part of the corpus. */
export type CountedOver = "corpus" | "part";

/** Entities `e`. */
export function entityPage(
  order: EntityOrder,
  over: CountedOver,
  after: After | undefined,
  parameters: Parameters,
): PageSlots {
  const unknown = order.direction === "ASC" ? LAST_YEAR : BEFORE_ALL_YEARS;
  const keys = {
    corpus: { PAPER_COUNT: "e.paperCount", NAME: headOf("e.words"), FIRST_YEAR: `coalesce(e.firstYear, ${unknown})` },
    part: { PAPER_COUNT: "papers", NAME: headOf("e.words"), FIRST_YEAR: `coalesce(firstYear, ${unknown})` },
  };
  const carry = over === "part" ? "e, papers, firstYear" : "e";
  return pageSlots({ key: keys[over][order.field], id: "e.id", direction: order.direction }, after, carry, parameters);
}

/** The key of an entity in an order, as `entityPage` sorts it. */
export function entityKey(
  order: EntityOrder,
  row: { name: string; papers: number; firstYear: number | null },
): string | number {
  if (order.field === "NAME") return headKey(row.name);
  if (order.field === "PAPER_COUNT") return row.papers;
  return row.firstYear ?? (order.direction === "ASC" ? LAST_YEAR : BEFORE_ALL_YEARS);
}

/** Rows counted or weighed in a variable `key`, most first. */
export const mostFirst = (
  key: string,
  id: string,
  after: After | undefined,
  carry: string,
  parameters: Parameters,
): PageSlots => pageSlots({ key, id, direction: "DESC" }, after, carry, parameters);

function pageSlots(
  { key, id, direction }: Sorting,
  after: After | undefined,
  carry: string,
  parameters: Parameters,
  limit = "$limit",
): PageSlots {
  const plain = /^[\w.]+$/.test(key);
  const order = plain
    ? `WITH ${carry} ORDER BY ${key} ${direction}, ${id} LIMIT ${limit}`
    : `WITH ${carry}, ${key} AS sortKey ORDER BY sortKey ${direction}, ${id} LIMIT ${limit}`;
  if (!after) return { after: [], order };
  // Not "beyond, or equal and ...": of an OR Neo4j makes two index reads and sorts them; of this it walks the index.
  const notBefore = direction === "DESC" ? "<=" : ">=";
  const [at, atId] = [parameters.add(after.key), parameters.add(after.id)];
  return { after: [`${key} ${notBefore} ${at}`, `(${key} <> ${at} OR ${id} > ${atId})`], order };
}
