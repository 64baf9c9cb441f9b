import { Extensions, Field, Float, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Entity } from "./entity.type.js";

@ObjectType("TrendYear", { simpleResolvers: true, description: "How much an entity was written about in one year." })
export class TrendYear {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => Int, { description: "How many papers of the year mention it, counting only those of `where`." })
  papers!: number;

  @Field(() => Int, { description: "How many papers the year has, counting only those of `where`." })
  total!: number;

  @Field(() => Float, { description: "The share of the papers of the year that mention it; 0 in a year without any." })
  share!: number;
}

@ObjectType("Trend", { simpleResolvers: true, description: "How an entity was written about, year by year." })
export class Trend {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Extensions({ listSize: LIMITS.trendYears })
  @Field(() => [TrendYear], {
    description:
      "Every year from the first in which a paper mentions it (of `trends`, any of them) to the last that has papers, " +
      "those without a paper too. Papers of unknown year count nowhere.",
  })
  years!: TrendYear[];

  @Field(() => Boolean, {
    description: `Whether years are missing, being more than ${LIMITS.trendYears} before the last.`,
  })
  truncated!: boolean;
}

@ObjectType("EmergingEdge", { simpleResolvers: true, description: "An entity that more papers mention than before." })
export class EmergingEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Entity, { description: "The entity." })
  node!: Entity;

  @Field(() => Int, { description: "How many papers mention it since the year." })
  papersSince!: number;

  @Field(() => Int, { description: "How many papers mentioned it before." })
  papersBefore!: number;

  @Field(() => Float, { description: "The share of the papers since the year that mention it." })
  shareSince!: number;

  @Field(() => Float, { description: "The share of the papers before that mentioned it." })
  shareBefore!: number;

  @Field(() => Float, {
    description:
      "How many times as large its share is, smoothed, to three decimals: ((papersSince + 1) / (all since + 2)) / " +
      "((papersBefore + 1) / (all before + 2)). So the first papers about a new thing make no infinite rise.",
  })
  rise!: number;
}

@ObjectType("EmergingConnection", {
  simpleResolvers: true,
  description: "Entities whose share of the papers rose, the steepest rise first, then those in most papers since.",
})
export class EmergingConnection extends connectionFields(
  () => EmergingEdge,
  () => Entity,
) {}
