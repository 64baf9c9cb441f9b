import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import type { Dimension } from "../src/store/filter/cross-queries.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkAtLeast, checkListLength } from "./check.js";
import { FIRST, pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { network } from "./cooccurrence.js";
import { Cooccurrence } from "./cooccurrence.type.js";
import { crosstab } from "./crosstab.js";
import { Crosstab } from "./crosstab.type.js";
import { DimensionEnum, KindEnum } from "./enums.js";
import { PaperWhere } from "./paper.input.js";

const WHERE = "Only papers like these count; without it, all.";

@Resolver(() => Cooccurrence)
export class CooccurrenceResolver {
  @Query(() => Cooccurrence, {
    description: "The entities that most papers mention, and how they are mentioned together: nodes and links to draw.",
  })
  cooccurrence(
    @Ctx() context: Context,
    @Arg("kinds", () => [KindEnum], { nullable: true, description: "Only entities of these kinds." })
    kinds: Kind[] | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
    @Arg("minTogether", () => Int, {
      nullable: true,
      defaultValue: 1,
      description: "Links only those that at least so many papers mention together.",
    })
    minTogether: number | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: LIMITS.defaultPageSize,
      description: `${FIRST} Of nodes; all their links come with them.`,
    })
    first: number | null,
  ) {
    checkListLength("kinds", kinds ?? []);
    checkAtLeast("minTogether", minTogether ?? 1, 1);
    checkBounds(where ?? {});
    const demand = { papers: where ?? {}, kinds: kinds ?? KINDS, size: pageSize(first), least: minTogether ?? 1 };
    return network(context, demand);
  }

  @Query(() => Crosstab, {
    description: "How many papers have each two values of two dimensions: kinds by year, entities by venue, and so on.",
  })
  crosstab(
    @Ctx() context: Context,
    @Arg("rows", () => DimensionEnum, { description: "What the rows are." }) rows: Dimension,
    @Arg("columns", () => DimensionEnum, { description: "What the columns are." }) columns: Dimension,
    @Arg("kinds", () => [KindEnum], {
      nullable: true,
      description: "Of what papers mention, only entities of these kinds count.",
    })
    kinds: Kind[] | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
    @Arg("firstRows", () => Int, {
      nullable: true,
      defaultValue: LIMITS.defaultPageSize,
      description: `How many rows at most, 1 to ${LIMITS.maxPageSize}.`,
    })
    firstRows: number | null,
    @Arg("firstColumns", () => Int, {
      nullable: true,
      defaultValue: LIMITS.defaultPageSize,
      description: `How many columns at most, 1 to ${LIMITS.maxPageSize}.`,
    })
    firstColumns: number | null,
  ) {
    checkListLength("kinds", kinds ?? []);
    checkBounds(where ?? {});
    const down = { dimension: rows, size: pageSize(firstRows) };
    const across = { dimension: columns, size: pageSize(firstColumns) };
    return crosstab(context, where ?? {}, kinds ?? KINDS, down, across);
  }
}
