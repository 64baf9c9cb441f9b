import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { unique } from "../src/store/filter/parameters.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkListLength } from "./check.js";
import { comparison } from "./compare.js";
import { Comparison } from "./compare.type.js";
import { FIRST, pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { KindEnum } from "./enums.js";
import { PaperWhere } from "./paper.input.js";
import { paperExtras, selects } from "./selects.js";

@Resolver(() => Comparison)
export class CompareResolver {
  @Query(() => Comparison, {
    description: "A table of papers and what they mention, with role and evidence; also as CSV.",
  })
  compare(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("papers", () => [ID], {
      nullable: true,
      description: `The papers, such as arxiv:1706.03762; at most ${LIMITS.maxPageSize}. Without it, those of \`where\`.`,
    })
    ids: string[] | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Only papers like these." })
    where: PaperWhere | null,
    @Arg("kinds", () => [KindEnum], { nullable: true, description: "Only entities of these kinds." })
    kinds: Kind[] | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: LIMITS.defaultPageSize,
      description: `${FIRST} Of the papers of \`where\`, the newest.`,
    })
    first: number | null,
    @Arg("firstRows", () => Int, {
      nullable: true,
      defaultValue: LIMITS.maxPageSize,
      description: `How many entities at most, 1 to ${LIMITS.maxPageSize}.`,
    })
    firstRows: number | null,
  ) {
    if (ids == null && where == null) {
      throw new PapergraphError("BAD_ARGUMENT", "Give `papers`, `where` or both; got neither.", { got: "neither" });
    }
    checkSize(ids ?? []);
    checkListLength("kinds", kinds ?? []);
    checkBounds(where ?? {});
    return comparison(context, {
      ids: ids == null ? undefined : unique(ids),
      papers: where ?? {},
      kinds: kinds ?? KINDS,
      size: ids == null ? pageSize(first) : LIMITS.maxPageSize,
      rows: pageSize(firstRows),
      abstract:
        selects(info, ["csv"]) ||
        selects(info, ["rows", "cells", "evidence"]) ||
        paperExtras(info, ["papers"]).abstract,
    });
  }
}

function checkSize(ids: readonly string[]): void {
  const allowed = LIMITS.maxPageSize;
  if (ids.length <= allowed) return;
  const message = `\`papers\` has ${ids.length} ids; at most ${allowed} are allowed. Compare fewer at a time.`;
  throw new PapergraphError("LIMIT_EXCEEDED", message, { got: ids.length, allowed });
}
