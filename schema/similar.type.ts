import { Field, Float, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Entity } from "./entity.type.js";

@ObjectType("SimilarEntityEdge", { simpleResolvers: true, description: "An entity that keeps similar company." })
export class SimilarEntityEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Entity, { description: "The entity." })
  node!: Entity;

  @Field(() => Float, {
    description:
      "How similar, 0 to 1: the cosine between how often each of the two is mentioned together with every other entity " +
      "(Ahlgren, Jarneving and Rousseau 2003, doi:10.1002/asi.10242, on authors that are cited together).",
  })
  score!: number;

  @Field(() => Int, { description: "How many entities both are mentioned together with." })
  sharedCompany!: number;
}

@ObjectType("SimilarEntityConnection", {
  simpleResolvers: true,
  description: "Entities of the same kind that keep similar company, the most similar first.",
})
export class SimilarEntityConnection extends connectionFields(
  () => SimilarEntityEdge,
  () => Entity,
) {
  @Field(() => Boolean, {
    description:
      `Whether something was left out: company beyond the ${LIMITS.similarCompany} most frequent, the most frequent ` +
      `entities where all are in more than ${LIMITS.similarPapers} papers together, or entities beyond the ` +
      `${LIMITS.similarEntities} that share most company for their number of papers.`,
  })
  truncated!: boolean;
}
