import { Field, ID, InputType, Int } from "type-graphql";
import type { Direction, EntityOrder } from "../src/store/filter/order.js";
import type { Kind } from "../src/vocabulary.js";
import { DirectionEnum, EntityOrderFieldEnum, KindEnum } from "./enums.js";
import { DIRECTION, PaperWhere } from "./paper.input.js";

@InputType("EntityWhere", { description: "Which entities. All that is given must hold." })
export class EntityWhere {
  @Field(() => [KindEnum], { nullable: true, description: "It is of one of these kinds." })
  kinds?: Kind[] | null;

  @Field(() => [ID], { nullable: true, description: "It is one of these, such as entity:in-context-learning." })
  ids?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "It bears one of these names or acronyms, whatever their case and spelling, such as ICL.",
  })
  names?: string[] | null;

  @Field(() => Int, { nullable: true, description: "At least so many papers mention it, counting those of `papers`." })
  minPapers?: number | null;

  @Field(() => PaperWhere, {
    nullable: true,
    description: "Such a paper mentions it. Counts and first years are then taken over these papers alone.",
  })
  papers?: PaperWhere | null;
}

@InputType("EntityOrderBy", { description: "How entities are ordered." })
export class EntityOrderBy {
  @Field(() => EntityOrderFieldEnum, { description: "By what." })
  field!: EntityOrder["field"];

  @Field(() => DirectionEnum, { nullable: true, description: DIRECTION })
  direction?: Direction | null;
}

/** The order that is asked for; those in most papers first when none is. */
export function entityOrder(orderBy?: EntityOrderBy | null): EntityOrder {
  const field = orderBy?.field ?? "PAPER_COUNT";
  return { field, direction: orderBy?.direction ?? (field === "NAME" ? "ASC" : "DESC") };
}
