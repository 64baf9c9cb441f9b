import { Field, Float, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Entity } from "./entity.type.js";

@ObjectType("CoOccurringEdge", {
  simpleResolvers: true,
  description: "An entity that papers mention together with another.",
})
export class CoOccurringEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Entity, { description: "The entity." })
  node!: Entity;

  @Field(() => Int, { description: "How many papers mention both." })
  papersTogether!: number;

  @Field(() => Float, {
    description: "How strongly they belong together, as `by` asks; by COUNT, the number of papers.",
  })
  score!: number;
}

@ObjectType("CoOccurringConnection", {
  simpleResolvers: true,
  description: "The entities that papers mention together with one.",
})
export class CoOccurringConnection extends connectionFields(
  () => CoOccurringEdge,
  () => Entity,
) {
  @Field(() => Boolean, {
    description:
      `Whether only its newest ${LIMITS.coOccurringPapers} papers were read, since more match, or only those ` +
      `${LIMITS.coOccurringScored} entities scored that are in most papers with it, since there are more.`,
  })
  truncated!: boolean;
}
