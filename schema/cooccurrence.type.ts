import { Extensions, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { Entity } from "./entity.type.js";

@ObjectType("CooccurrenceNode", { simpleResolvers: true, description: "An entity in a network." })
export class CooccurrenceNode {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => Int, { description: "How many papers mention it, counting only those of `where`." })
  papers!: number;
}

@ObjectType("CooccurrenceLink", { simpleResolvers: true, description: "Two entities that papers mention together." })
export class CooccurrenceLink {
  @Field(() => ID, { description: "The id of one, such as entity:bert: that which comes first among the nodes." })
  source!: string;

  @Field(() => ID, { description: "The id of the other, such as entity:imagenet." })
  target!: string;

  @Field(() => Int, { description: "How many papers mention both." })
  papers!: number;

  @Field(() => Float, { description: "How many times as many that is as by chance; see LIFT." })
  lift!: number;

  @Field(() => Float, { description: "The share of these papers among those with either; see JACCARD." })
  jaccard!: number;
}

@ObjectType("Cooccurrence", {
  simpleResolvers: true,
  description: "The entities that most papers mention and how they are mentioned together: a network to draw.",
})
export class Cooccurrence {
  @Field(() => Int, { description: "How many papers it is counted over." })
  papers!: unknown;

  @Field(() => [CooccurrenceNode], { description: "The entities, those in most papers first, then by id." })
  nodes!: unknown;

  // The nodes, which count already, times half of them.
  @Extensions({ listSize: LIMITS.maxPageSize / 2 })
  @Field(() => [CooccurrenceLink], {
    description:
      "Every two of them that are together in `minTogether` papers: most papers first, then by their places.",
  })
  links!: unknown;

  @Field(() => [[Int]], {
    description:
      "The same as a square table in the order of the nodes: papers that mention both, whatever `minTogether`; on the " +
      "diagonal those that mention the one.",
  })
  matrix!: unknown;

  @Field(() => Boolean, { description: "Whether there are more entities than nodes were asked for." })
  truncated!: unknown;
}
