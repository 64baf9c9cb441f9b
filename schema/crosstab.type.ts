import { Field, Int, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";

@ObjectType("CrosstabValue", { simpleResolvers: true, description: "A row or a column of a table." })
export class CrosstabValue {
  @Field(() => String, { description: "The year, venue, kind or role; of an entity its id, such as entity:bert." })
  value!: string;

  @Field(() => Entity, { nullable: true, description: "The entity, where entities are counted." })
  entity!: Entity | null;

  @Field(() => Int, { description: "How many papers have it." })
  papers!: number;
}

@ObjectType("Crosstab", { simpleResolvers: true, description: "How many papers have each two values." })
export class Crosstab {
  @Field(() => [CrosstabValue], {
    description: "The rows: years the newest first, all else those with most papers first, then by name or id.",
  })
  rows!: unknown;

  @Field(() => [CrosstabValue], { description: "The columns, in the same order." })
  columns!: unknown;

  @Field(() => [[Int]], { description: "For each row, for each column: how many papers have both." })
  counts!: unknown;

  @Field(() => Boolean, { description: "Whether there are more rows or columns than were asked for." })
  truncated!: unknown;
}
