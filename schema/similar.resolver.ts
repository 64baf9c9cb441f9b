import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { PaperWhere } from "./paper.input.js";
import { SimilarEntityConnection } from "./similar.type.js";
import { similarTo } from "./similar-lists.js";

@Resolver(() => Entity)
export class SimilarResolver {
  @FieldResolver(() => SimilarEntityConnection, {
    description:
      "The entities of its kind that keep similar company: papers mention them together with the same others, also " +
      "where none mentions both.",
  })
  similar(
    @Ctx() context: Context,
    @Root() entity: Entity,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Only papers like these count; without it, all." })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkBounds(where ?? {});
    return similarTo(context, entity, where ?? {}, { first, after });
  }
}
