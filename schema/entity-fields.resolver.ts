import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { KINDS, type Kind, type Role } from "../src/vocabulary.js";
import { checkAtLeast } from "./check.js";
import { CoOccurringConnection } from "./co-occurring.type.js";
import { coOccurringWith } from "./co-occurring-lists.js";
import { LEAST, strongestWith } from "./co-occurring-scores.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { Entity, EntityConnection } from "./entity.type.js";
import { basesOf, variantsOf } from "./entity-lists.js";
import { papersOfEntity } from "./entity-papers.js";
import { type Association, AssociationEnum, KindEnum, RoleEnum } from "./enums.js";
import { withFacetsOf } from "./facets.js";
import { EntityPaperConnection } from "./link.type.js";
import { PaperOrderBy, PaperWhere, paperOrder } from "./paper.input.js";

/** The fields of an entity that lead on from it. */
@Resolver(() => Entity)
export class EntityFieldsResolver {
  @FieldResolver(() => EntityPaperConnection, { description: "The papers that mention it." })
  papers(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() entity: Entity,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Which of them; without it, all." })
    where: PaperWhere | null,
    @Arg("role", () => RoleEnum, { nullable: true, description: "Only those that mean it in this role." })
    role: Role | null,
    @Arg("orderBy", () => PaperOrderBy, { nullable: true, description: "Their order; newest first without it." })
    orderBy: PaperOrderBy | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkBounds(where ?? {});
    const filter = { papers: where ?? {}, role: role ?? undefined };
    const list = papersOfEntity(context, info, entity, filter, paperOrder(orderBy), { first, after });
    return withFacetsOf(list, entity, filter);
  }

  @FieldResolver(() => CoOccurringConnection, {
    description:
      "The entities that papers mention together with it, the strongest score first, then those in most papers " +
      "together.",
  })
  coOccurring(
    @Ctx() context: Context,
    @Root() entity: Entity,
    @Arg("kind", () => KindEnum, { nullable: true, description: "Only those of this kind." }) kind: Kind | null,
    @Arg("by", () => AssociationEnum, {
      nullable: true,
      defaultValue: "COUNT",
      description: "What they are scored by.",
    })
    by: Association | null,
    @Arg("minTogether", () => Int, {
      nullable: true,
      description: `At least so many papers mention both; without it 1, but ${LEAST.LIFT} by LIFT.`,
    })
    minTogether: number | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Only papers like these count; without it, all." })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkBounds(where ?? {});
    if (minTogether != null) checkAtLeast("minTogether", minTogether, 1);
    const score = by ?? "COUNT";
    const filter = { papers: where ?? {}, kinds: kind ? [kind] : KINDS, least: minTogether ?? LEAST[score] };
    const page = { first, after };
    return score === "COUNT"
      ? coOccurringWith(context, entity, filter, page)
      : strongestWith(context, entity, filter, score, page);
  }

  @FieldResolver(() => EntityConnection, {
    description: "Its variants, such as Llama-2-13b of Llama 2; those in most papers first.",
  })
  variants(
    @Ctx() context: Context,
    @Root() entity: Entity,
    @Arg("where", () => PaperWhere, {
      nullable: true,
      description: "Only those that papers like these mention, counted over these; without it, all.",
    })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    checkBounds(where ?? {});
    return variantsOf(context, entity, where ?? null, { first, after });
  }

  @FieldResolver(() => [Entity], {
    description: "What it is a variant of, such as ImageNet of ImageNet-1k; mostly one.",
  })
  variantOf(@Ctx() context: Context, @Root() entity: Entity): Promise<Entity[]> {
    return basesOf(context, entity);
  }
}
