import { Field, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { Entity } from "./entity.type.js";

@ObjectType("Suggestion", { simpleResolvers: true, description: "An entity whose name goes on as a text begins." })
export class Suggestion {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => String, { description: "Its name or alias that begins so, or has a word that does." })
  matched!: string;

  @Field(() => Int, { description: "How many papers mention it, counting only those of `where` when it is given." })
  paperCount!: number;

  @Field(() => Boolean, { description: "Whether it begins so but for one typo." })
  typo!: boolean;
}

@ObjectType("Suggestions", { simpleResolvers: true, description: "Entities for what was typed so far." })
export class Suggestions {
  @Field(() => [Suggestion], {
    description:
      "Those that bear the text as a name, then those with a name that begins with it, then those where it does but " +
      "for one typo; each in most papers first, then by id.",
  })
  suggestions!: readonly Suggestion[];

  @Field(() => Boolean, {
    description:
      `Whether entities were left out: the graph has more than ${LIMITS.suggestEntities}, or more than ` +
      `${LIMITS.suggestCandidates} begin so and were to be counted in the part of \`where\`.`,
  })
  truncated!: boolean;
}
