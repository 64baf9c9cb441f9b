import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Role } from "../src/vocabulary.js";
import { Entity } from "./entity.type.js";
import { RoleEnum } from "./enums.js";
import { Evidence, Span } from "./evidence.type.js";
import { Paper } from "./paper.type.js";

@ObjectType("ComparisonCell", { simpleResolvers: true, description: "What one paper says of one entity." })
export class ComparisonCell {
  @Field(() => RoleEnum, { description: "What the paper does with the entity." })
  role!: Role;

  @Field(() => Float, { description: "How sure the extraction is of it, 0 to 1." })
  confidence!: number;

  @Field(() => [Span], { description: "Every place where the paper names the entity." })
  spans!: unknown;

  @Field(() => [Evidence], { description: "The sentences that name it, title first." })
  evidence!: unknown;
}

@ObjectType("ComparisonRow", { simpleResolvers: true, description: "An entity and what each paper says of it." })
export class ComparisonRow {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => Int, { description: "How many of the papers mention it." })
  papers!: number;

  @Field(() => [ComparisonCell], {
    nullable: "items",
    description: "One for each paper, in their order; null where it does not mention the entity.",
  })
  cells!: unknown;
}

@ObjectType("Comparison", { simpleResolvers: true, description: "A table of papers and what they mention." })
export class Comparison {
  @Field(() => [Paper], {
    description: "The columns: the papers in the order that was asked for, or those of `where`, the newest first.",
  })
  papers!: unknown;

  @Field(() => [ComparisonRow], { description: "The rows: the entities in most of these papers first, then by id." })
  rows!: unknown;

  @Field(() => [ID], {
    description:
      "The ids that were asked for but that no paper has, such as arxiv:1706.03762, or none that passes `where`.",
  })
  missing!: unknown;

  @Field(() => Boolean, { description: "Whether there are more papers or entities than were asked for." })
  truncated!: unknown;

  @Field(() => String, {
    description:
      "The same table as CSV (RFC 4180): a row for each entity, a column for each paper, in the cells the role and the " +
      "evidence. What a spreadsheet could take for a formula begins with an apostrophe.",
  })
  csv!: unknown;
}
