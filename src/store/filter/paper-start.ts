import type { PaperFilter } from "./filter.js";
import { Parameters, unique } from "./parameters.js";

/** A range of years up to this long is read year by year through the index. */
const LONGEST_RANGE = 40;

/**
 * The clauses that bring the papers `p` to test, each once, as few as the filter lets one know: its ids, else the
 * papers of the rarest entity that every match must mention, else those of its years, else all papers.
 */
export function paperStart(filter: PaperFilter, parameters: Parameters): string {
  const wanted = together(filter);
  const ids = wanted.find((part) => part.ids)?.ids;
  if (ids) return `UNWIND ${parameters.add(unique(ids))} AS startId MATCH (p:Paper {id: startId})`;
  const sets = requiredEntities(filter).sort((a, b) => a.length - b.length);
  const single = sets.filter((set) => set.length === 1).flat();
  const required = unique(single);
  if (required.length > 0) return (required.length > 1 ? rarestTwo : rarest)(parameters.add(required));
  if (sets[0]) {
    const any = parameters.add(sets[0]);
    return `UNWIND ${any} AS startId MATCH (start:Entity {id: startId})<-[link]-(p:Paper) WITH DISTINCT p`;
  }
  const years = wanted.map(requiredYears).find((list) => list !== undefined);
  if (years) return `UNWIND ${parameters.add(years)} AS startYear MATCH (p:Paper {year: startYear})`;
  return ALL;
}

/** The papers of these dates, by the index. */
export const onDates = (dates: readonly string[], parameters: Parameters): string =>
  `UNWIND ${parameters.add(dates)} AS startDate MATCH (p:Paper {date: startDate})`;

/** Whether the filter names nothing to start from, so that all papers would be read. */
export const startsAnywhere = (filter: PaperFilter): boolean => paperStart(filter, new Parameters()) === ALL;

const ALL = "MATCH (p:Paper)";

const rarest = (ids: string): string =>
  `UNWIND ${ids} AS startId MATCH (start:Entity {id: startId}) ` +
  "WITH start ORDER BY start.paperCount, start.id LIMIT 1 MATCH (start)<-[link]-(p:Paper)";

/**
 * Those of them that mention the second rarest too, by a pattern between two known nodes: half the cost of a condition on
 * each. Each DISTINCT keeps Neo4j from planning across it, which would test the condition first.
 */
const rarestTwo = (ids: string): string =>
  `UNWIND ${ids} AS startId MATCH (start:Entity {id: startId}) ` +
  "WITH start ORDER BY start.paperCount, start.id WITH collect(start) AS starts " +
  "WITH starts[0] AS start, starts[1] AS second MATCH (start)<-[link]-(p:Paper) " +
  "WITH DISTINCT p, second MATCH (p)-[also]->(second) WITH DISTINCT p";

/** The filter and all that is joined to it by AND. */
const together = (filter: PaperFilter): PaperFilter[] => [filter, ...(filter.AND ?? []).flatMap(together)];

/** Sets of entity ids; every matching paper mentions at least one of each set. */
export function requiredEntities(filter: PaperFilter): string[][] {
  return together(filter).flatMap((part) => {
    const { all, any } = part.entities ?? {};
    const sets = (all ?? []).map((id) => [id]);
    if (any && any.length > 0) sets.push(unique(any));
    const choices = part.OR?.map((choice) => requiredEntities(choice).sort((a, b) => a.length - b.length)[0]);
    if (choices?.length && choices.every((set) => set !== undefined)) sets.push(unique(choices.flat() as string[]));
    return sets;
  });
}

function requiredYears({ years }: PaperFilter): number[] | undefined {
  if (years?.in) return unique(years.in);
  if (years?.from == null || years.to == null || years.to - years.from >= LONGEST_RANGE) return undefined;
  const { from, to } = years;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
