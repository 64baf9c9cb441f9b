import { type DocumentNode, type GraphQLSchema, getNamedType, isCompositeType } from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import type { Limits } from "../limits.js";

export interface Weight {
  /** Objects that the operation may make: compare with `limits.cost`. */
  readonly cost: number;
  /** Items of its longest list argument, at any depth: compare with `limits.listLength`. */
  readonly longestList: number;
}

const longestListIn = (value: unknown): number => {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestListIn));
  if (typeof value === "object" && value !== null) return Math.max(0, ...Object.values(value).map(longestListIn));
  return 0;
};

/**
 * Weighs an operation before it runs. A field that returns objects costs one and what is below it; a page multiplies
 * that by its size (`first`, `last` or the default), a list argument (`ids`, `names`) by its length, a list without
 * either by the `listSize` that its field states. A page size above its limit is left to the field, which says so. The variables must already fit their types.
 */
export const weigh = (
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
  limits: Limits,
): Weight => {
  let longestList = 0;
  const estimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
    if (field.name.startsWith("__")) return 0;
    longestList = Math.max(longestList, longestListIn(args));
    if (!isCompositeType(getNamedType(field.type))) return 0;
    const paged = field.args.some((argument) => argument.name === "first");
    const asked = paged ? Number(args.first ?? args.last ?? limits.defaultPageSize) : 1;
    const page = Math.min(Math.max(asked, 1), limits.maxPageSize);
    // A list of bounded length says so itself: `@Extensions({ listSize: 6 })` on the field of its type.
    const listSize = Number(field.extensions.listSize ?? 1);
    const lists = Object.values(args).map((value) => (Array.isArray(value) ? value.length : 1));
    return page * listSize * Math.max(1, ...lists) * (1 + childComplexity);
  };
  const named = operationName === undefined ? {} : { operationName };
  const cost = getComplexity({ schema, query, variables, estimators: [estimator], ...named });
  return { cost, longestList };
};
