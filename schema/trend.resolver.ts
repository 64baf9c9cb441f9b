import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkAtLeast, checkListLength } from "./check.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { emergingEntities } from "./emerging-lists.js";
import { Entity } from "./entity.type.js";
import { KindEnum } from "./enums.js";
import { loadEntity } from "./load/entities.js";
import { PaperWhere } from "./paper.input.js";
import { EmergingConnection, Trend } from "./trend.type.js";
import { trendsOf } from "./trends.js";

const WHERE = "Only papers like these count, also as the papers of a year; without it, all.";

@Resolver(() => Entity)
export class TrendResolver {
  @FieldResolver(() => Trend, { description: "How many papers mention it year by year, and their share." })
  async trend(
    @Ctx() context: Context,
    @Root() entity: Entity,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
  ): Promise<Trend> {
    checkBounds(where ?? {});
    const [trend] = await trendsOf(context, [entity], where ?? {});
    return trend as Trend;
  }

  @Query(() => [Trend], {
    nullable: "items",
    description: "The trends of several entities over the same years, in the order of the ids; null for an unknown id.",
  })
  async trends(
    @Ctx() context: Context,
    @Arg("entities", () => [ID], { description: "Their ids, such as entity:bert." }) ids: string[],
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
  ): Promise<(Trend | null)[]> {
    checkListLength("entities", ids);
    checkBounds(where ?? {});
    const entities = await Promise.all(ids.map((id) => loadEntity(context, id)));
    const trends = await trendsOf(
      context,
      entities.filter((entity) => entity !== null),
      where ?? {},
    );
    const byId = new Map(trends.map((trend) => [trend.entity.id, trend]));
    return entities.map((entity) => (entity && byId.get(entity.id)) ?? null);
  }

  @Query(() => EmergingConnection, {
    description: "The entities whose share of the papers rose most since a year, against the years before.",
  })
  emerging(
    @Ctx() context: Context,
    @Arg("since", () => Int, { description: "The first year of the time that is compared with what was before it." })
    since: number,
    @Arg("kinds", () => [KindEnum], { nullable: true, description: "Only those of these kinds." }) kinds: Kind[] | null,
    @Arg("minPapers", () => Int, {
      nullable: true,
      defaultValue: 2,
      description: "Only those in at least so many papers since then.",
    })
    minPapers: number | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkListLength("kinds", kinds ?? []);
    checkAtLeast("minPapers", minPapers ?? 2, 1);
    checkBounds(where ?? {});
    const demand = { papers: where ?? {}, kinds: kinds ?? KINDS, since, least: minPapers ?? 2 };
    return emergingEntities(context, demand, { first, after });
  }
}
