import type { Kind, Role } from "../../vocabulary.js";

/**
 * Which papers: every part that is given must hold. A part that is null or absent asks for nothing; an empty list asks
 * for what no paper has, save `all`, `none` and `AND`, which an empty list always meets.
 */
export interface PaperFilter {
  readonly entities?: EntityDemand | null | undefined;
  /** The paper mentions an entity of one of these kinds. */
  readonly kinds?: readonly Kind[] | null | undefined;
  /** The roles in which `entities` and `kinds` must be meant; alone, the paper has an entity in one of them. */
  readonly roles?: readonly Role[] | null | undefined;
  readonly years?: YearDemand | null | undefined;
  readonly venues?: readonly string[] | null | undefined;
  readonly collections?: readonly string[] | null | undefined;
  readonly ids?: readonly string[] | null | undefined;
  readonly AND?: readonly PaperFilter[] | null | undefined;
  readonly OR?: readonly PaperFilter[] | null | undefined;
  readonly NOT?: PaperFilter | null | undefined;
}

/** Ids of entities that a paper must mention: all of them, any of them, none of them. */
export interface EntityDemand {
  readonly all?: readonly string[] | null | undefined;
  readonly any?: readonly string[] | null | undefined;
  readonly none?: readonly string[] | null | undefined;
}

/** Both ends included. A paper of unknown year meets none of these. */
export interface YearDemand {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly in?: readonly number[] | null | undefined;
}

/** Which entities. With `papers`, only those that such a paper mentions, and their papers are counted among these. */
export interface EntityFilter {
  readonly kinds?: readonly Kind[] | null | undefined;
  readonly ids?: readonly string[] | null | undefined;
  readonly minPapers?: number | null | undefined;
  /** Variants of this one only. */
  readonly variantOf?: string | undefined;
  readonly papers?: PaperFilter | null | undefined;
}

/** The filters below a filter. */
export const parts = (filter: PaperFilter): PaperFilter[] => [
  ...(filter.AND ?? []),
  ...(filter.OR ?? []),
  ...(filter.NOT ? [filter.NOT] : []),
];

/** Whether nothing at all is given, so that every paper passes. */
export const asksNothing = (filter: PaperFilter): boolean => Object.values(filter).every((part) => part == null);

/** Every entity id that a filter names, once. */
export function entityIds(filter: PaperFilter): string[] {
  const { all, any, none } = filter.entities ?? {};
  return [...new Set([...(all ?? []), ...(any ?? []), ...(none ?? []), ...parts(filter).flatMap(entityIds)])];
}

/** The filter with every entity id passed through `rename`. */
export function renameEntities(filter: PaperFilter, rename: (id: string) => string): PaperFilter {
  const within = (inner: PaperFilter): PaperFilter => renameEntities(inner, rename);
  const { all, any, none } = filter.entities ?? {};
  return {
    ...filter,
    entities: filter.entities && { all: all?.map(rename), any: any?.map(rename), none: none?.map(rename) },
    AND: filter.AND?.map(within),
    OR: filter.OR?.map(within),
    NOT: filter.NOT && within(filter.NOT),
  };
}
