import { Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info.type.js";

/**
 * The fields of a connection type, for a class to extend; a `Connection` answers them. `edge` and `node` are thunks,
 * since types refer to each other.
 */
export function connectionFields(edge: () => object, node: () => object) {
  @ObjectType({ simpleResolvers: true })
  abstract class ConnectionFields {
    @Field(() => [edge()], { description: "The page, with what belongs to each place in it." })
    edges!: unknown;

    @Field(() => [node()], { description: "The nodes of the edges, for those who need nothing else." })
    nodes!: unknown;

    @Field(() => PageInfo, { description: "Where the page begins and ends." })
    pageInfo!: unknown;

    @Field(() => Int, { description: "How many there are on all pages. Counted only when it is selected." })
    totalCount!: unknown;
  }
  return ConnectionFields;
}

export const CURSOR = "Where this edge stands; for `after`.";
