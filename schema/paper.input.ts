import { Field, ID, InputType, Int } from "type-graphql";
import type { EntityDemand, PaperFilter, YearDemand } from "../src/store/filter/filter.js";
import type { Direction, PaperOrder } from "../src/store/filter/order.js";
import type { Kind, Role } from "../src/vocabulary.js";
import { DirectionEnum, KindEnum, PaperOrderFieldEnum, RoleEnum } from "./enums.js";

@InputType("EntityDemand", { description: "Entities that a paper must mention, by id. All that is given must hold." })
export class EntityDemandInput implements EntityDemand {
  @Field(() => [ID], { nullable: true, description: "It mentions all of these, such as entity:bert." })
  all?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "It mentions at least one of these, such as entity:bert." })
  any?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "It mentions none of these, such as entity:bert." })
  none?: string[] | null;
}

@InputType("YearDemand", { description: "Years of papers, both ends included. Papers of unknown year never match." })
export class YearDemandInput implements YearDemand {
  @Field(() => Int, { nullable: true, description: "This year or later." })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: "This year or earlier." })
  to?: number | null;

  @Field(() => [Int], { nullable: true, description: "One of these years." })
  in?: number[] | null;
}

@InputType("PaperWhere", {
  description:
    "Which papers. All that is given must hold; what is null or absent asks for nothing. An empty list is met by no " +
    "paper, but `all`, `none` and `AND` of nothing by every one.",
})
export class PaperWhere implements PaperFilter {
  @Field(() => EntityDemandInput, { nullable: true, description: "The entities it mentions." })
  entities?: EntityDemandInput | null;

  @Field(() => [KindEnum], { nullable: true, description: "It mentions an entity of one of these kinds." })
  kinds?: Kind[] | null;

  @Field(() => [RoleEnum], {
    nullable: true,
    description: "The roles that count for `entities` and `kinds` beside it; alone, it has an entity in one of them.",
  })
  roles?: Role[] | null;

  @Field(() => YearDemandInput, { nullable: true, description: "The year it appeared." })
  years?: YearDemandInput | null;

  @Field(() => [String], {
    nullable: true,
    description: "It appeared at one of these venues, written as papers have it.",
  })
  venues?: string[] | null;

  @Field(() => [String], { nullable: true, description: "It is in one of these collections, such as sample." })
  collections?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "It is one of these papers, such as arxiv:1706.03762." })
  ids?: string[] | null;

  @Field(() => [PaperWhere], { nullable: true, description: "All of these hold too." })
  AND?: PaperWhere[] | null;

  @Field(() => [PaperWhere], { nullable: true, description: "At least one of these holds too." })
  OR?: PaperWhere[] | null;

  @Field(() => PaperWhere, { nullable: true, description: "This does not hold." })
  NOT?: PaperWhere | null;
}

export const DIRECTION =
  "In which direction; without it, names and titles from the start, all else from the newest or most.";

@InputType("PaperOrderBy", { description: "How papers are ordered." })
export class PaperOrderBy {
  @Field(() => PaperOrderFieldEnum, { description: "By what." })
  field!: PaperOrder["field"];

  @Field(() => DirectionEnum, { nullable: true, description: DIRECTION })
  direction?: Direction | null;
}

/** The order that is asked for; newest first when none is. */
export function paperOrder(orderBy: PaperOrderBy | null | undefined): PaperOrder {
  const field = orderBy?.field ?? "DATE";
  return { field, direction: orderBy?.direction ?? (field === "TITLE" ? "ASC" : "DESC") };
}
