import type { Role } from "../../vocabulary.js";
import type { EntityDemand, PaperFilter, YearDemand } from "./filter.js";
import { type Parameters, unique } from "./parameters.js";

/**
 * The condition on the paper `p` that holds exactly for the papers that a filter means, from fixed fragments; the
 * values go to `parameters`. A filter that asks for nothing gives `true`.
 *
 * Links are tested by counting those of the bound paper: the embedded engine does that per paper, but answers EXISTS
 * by reading all links. Unknown years and venues make a comparison null; only below NOT does that differ from false,
 * so it is settled there.
 */
export function paperCondition(filter: PaperFilter, parameters: Parameters): string {
  const conditions = [
    ...linkConditions(filter, parameters),
    ...yearConditions(filter.years, parameters),
    ...(filter.venues ? [`p.venue IN ${parameters.add(unique(filter.venues))}`] : []),
    ...(filter.collections
      ? [`any(name IN p.collections WHERE name IN ${parameters.add(unique(filter.collections))})`]
      : []),
    ...(filter.ids ? [`p.id IN ${parameters.add(unique(filter.ids))}`] : []),
    ...(filter.AND ?? []).map((part) => paperCondition(part, parameters)),
    ...(filter.OR ? [either(filter.OR.map((part) => paperCondition(part, parameters)))] : []),
    ...(filter.NOT ? [`NOT coalesce(${paperCondition(filter.NOT, parameters)}, false)`] : []),
  ];
  if (conditions.length === 0) return "true";
  return conditions.length === 1 ? (conditions[0] as string) : `(${conditions.join(" AND ")})`;
}

const either = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "false" : `(${conditions.join(" OR ")})`;

function linkConditions({ entities, kinds, roles }: PaperFilter, parameters: Parameters): string[] {
  const role = (): string => (roles ? ` AND type(wr) IN ${parameters.add(unique<Role>(roles))}` : "");
  const links = (test: string): string => `COUNT { MATCH (p)-[wr]->(we:Entity) WHERE ${test}${role()} }`;
  const conditions = entityConditions(entities ?? {}, links, parameters);
  if (kinds) conditions.push(`${links(`we.kind IN ${parameters.add(unique(kinds))}`)} > 0`);
  if (roles && conditions.length === 0) conditions.push(`${links("true")} > 0`);
  return conditions;
}

function entityConditions(
  { all, any, none }: EntityDemand,
  links: (test: string) => string,
  parameters: Parameters,
): string[] {
  const conditions: string[] = [];
  const among = (ids: readonly string[]): string => links(`we.id IN ${parameters.add(unique(ids))}`);
  if (all && all.length > 0) conditions.push(`${among(all)} = ${parameters.add(unique(all).length)}`);
  if (any) conditions.push(any.length === 0 ? "false" : `${among(any)} > 0`);
  if (none && none.length > 0) conditions.push(`${among(none)} = 0`);
  return conditions;
}

function yearConditions(years: YearDemand | null | undefined, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (years?.from != null) conditions.push(`p.year >= ${parameters.add(years.from)}`);
  if (years?.to != null) conditions.push(`p.year <= ${parameters.add(years.to)}`);
  if (years?.in) conditions.push(`p.year IN ${parameters.add(unique(years.in))}`);
  return conditions;
}
