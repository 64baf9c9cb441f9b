import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { checkBounds } from "../src/store/filter/bounds.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkTextLength } from "./check.js";
import { FIRST, pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { KindEnum } from "./enums.js";
import { PaperWhere } from "./paper.input.js";
import { findSuggestions } from "./suggest/find-suggestions.js";
import { Suggestions } from "./suggest.type.js";

@Resolver(() => Suggestions)
export class SuggestResolver {
  @Query(() => Suggestions, {
    description:
      "Entities for what was typed so far: names, aliases and the words in them that begin with it, whatever the case, " +
      "accents, spaces and hyphens. From four letters on, one typo is forgiven.",
  })
  suggest(
    @Ctx() context: Context,
    @Arg("prefix", () => String, { description: "What was typed, such as bert or in-con." }) prefix: string,
    @Arg("kinds", () => [KindEnum], { nullable: true, description: "Only entities of these kinds; without it, all." })
    kinds: Kind[] | null,
    @Arg("where", () => PaperWhere, {
      nullable: true,
      description: "Only entities that papers like these mention, ranked by these; without it, all.",
    })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 10, description: FIRST }) first: number | null,
  ): Promise<Suggestions> {
    checkTextLength("prefix", prefix);
    checkBounds(where ?? {});
    const demand = { prefix, kinds: kinds ?? KINDS, papers: where ?? {}, first: pageSize(first ?? 10) };
    return findSuggestions(context, demand);
  }
}
