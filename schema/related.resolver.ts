import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkAtLeast } from "./check.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { KindEnum } from "./enums.js";
import { PaperWhere } from "./paper.input.js";
import { Paper } from "./paper.type.js";
import { RelatedPaperConnection } from "./related.type.js";
import { relatedPapers } from "./related-lists.js";
import { paperExtras, TO_NODES } from "./selects.js";

@Resolver(() => Paper)
export class RelatedResolver {
  @FieldResolver(() => RelatedPaperConnection, {
    description: "The papers that mention the same entities, closest first.",
  })
  related(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() paper: Paper,
    @Arg("via", () => [KindEnum], { nullable: true, description: "Only through entities of these kinds." })
    via: Kind[] | null,
    @Arg("minShared", () => Int, {
      nullable: true,
      defaultValue: 1,
      description: "They share at least so many entities.",
    })
    minShared: number | null,
    @Arg("where", () => PaperWhere, {
      nullable: true,
      description: "Only papers like these are related and count for the weights; without it, all.",
    })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkAtLeast("minShared", minShared ?? 1, 1);
    checkBounds(where ?? {});
    const { abstract } = paperExtras(info, ...TO_NODES);
    const filter = { papers: where ?? {}, minShared: minShared ?? 1, kinds: via ?? KINDS };
    return relatedPapers(context, paper, filter, { first, after }, abstract);
  }
}
