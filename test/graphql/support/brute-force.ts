import type { EntityFilter, PaperFilter } from "../../../src/store/filter/filter.js";
import type { EntityOrder, PaperOrder } from "../../../src/store/filter/order.js";
import { searchWords } from "../../../src/text/search-words.js";
import { firstYearOf, papersOf, type TestEntity, type TestGraph, type TestPaper, yearOf } from "./load-graph.js";

/** Whether a paper passes a filter: what the documentation says, written down a second time. */
export function passes(graph: TestGraph, paper: TestPaper, filter: PaperFilter): boolean {
  const { entities, kinds, roles, years, venues, collections, ids, AND, OR, NOT } = filter;
  const kindOf = new Map(graph.entities.map(({ id, kind }) => [id, kind]));
  const meant = paper.mentions.filter(({ role }) => !roles || roles.includes(role));
  const mentions = (id: string): boolean => meant.some(({ entity }) => entity === id);
  const year = yearOf(paper);
  return [
    !entities?.all || entities.all.every(mentions),
    !entities?.any || entities.any.some(mentions),
    !entities?.none?.some(mentions),
    !kinds || meant.some(({ entity }) => kinds.includes(kindOf.get(entity)!)),
    !roles || kinds || constrains(entities) || meant.length > 0,
    years?.from == null || (year !== null && year >= years.from),
    years?.to == null || (year !== null && year <= years.to),
    !years?.in || (year !== null && years.in.includes(year)),
    !venues || (paper.venue !== null && venues.includes(paper.venue)),
    !collections || paper.collections.some((name) => collections.includes(name)),
    !ids || ids.includes(paper.id),
    !AND || AND.every((part) => passes(graph, paper, part)),
    !OR || OR.some((part) => passes(graph, paper, part)),
    !NOT || !passes(graph, paper, NOT),
  ].every(Boolean);
}

/** Roles alone ask for a link; beside a demand for entities they only qualify it. An empty `all` or `none` demands nothing. */
const constrains = (entities: PaperFilter["entities"]): boolean =>
  Boolean(entities?.any || entities?.all?.length || entities?.none?.length);

/** The papers that pass, in an order. */
export const papersIn = (graph: TestGraph, filter: PaperFilter, order: PaperOrder): TestPaper[] =>
  sorted(
    graph.papers.filter((paper) => passes(graph, paper, filter)),
    (paper) => (order.field === "TITLE" ? words(paper.title) : paper.date || null),
    order.direction,
  );

/** Titles and names are ordered by their words. */
const words = (text: string): string => ` ${searchWords(text).join(" ")} `;

export interface Counted {
  readonly entity: TestEntity;
  readonly papers: number;
  readonly firstYear: number | null;
}

/** The entities that pass, with their counts over what the filter restricts them to, in an order. */
export function entitiesIn(graph: TestGraph, filter: EntityFilter, order: EntityOrder): Counted[] {
  const counted = graph.entities.map((entity) => {
    const papers = papersOf(graph, entity.id).filter((paper) => passes(graph, paper, filter.papers ?? {}));
    return { entity, papers: papers.length, firstYear: firstYearOf(papers) };
  });
  const passing = counted.filter(
    ({ entity, papers }) =>
      (!filter.kinds || filter.kinds.includes(entity.kind)) &&
      (!filter.ids || filter.ids.includes(entity.id)) &&
      papers >= (filter.minPapers ?? 0) &&
      (!filter.papers || papers > 0),
  );
  const keys = {
    PAPER_COUNT: ({ papers }: Counted) => papers,
    NAME: ({ entity }: Counted) => words(entity.name),
    FIRST_YEAR: ({ firstYear }: Counted) => firstYear,
  };
  const withId = passing.map((row) => ({ ...row, id: row.entity.id }));
  return sorted(withId, keys[order.field], order.direction).map(({ entity, papers, firstYear }) => ({
    ...{ entity, papers, firstYear },
  }));
}

/** By key, unknown ones last, then by id; text by code point. */
export function sorted<T extends { id: string }>(
  rows: readonly T[],
  keyOf: (row: T) => string | number | null,
  direction: "ASC" | "DESC",
): T[] {
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === null || y === null) return x === y ? compare(a.id, b.id) : x === null ? 1 : -1;
    return (direction === "ASC" ? 1 : -1) * compare(x, y) || compare(a.id, b.id);
  });
}

/** UTF-8 bytes order as code points do. */
const compare = (a: string | number, b: string | number): number =>
  typeof a === "string" ? Buffer.compare(Buffer.from(a), Buffer.from(b as string)) : a - (b as number);
