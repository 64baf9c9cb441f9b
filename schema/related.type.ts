import { Field, Float, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Entity } from "./entity.type.js";
import { Paper } from "./paper.type.js";

@ObjectType("RelatedPaperEdge", { simpleResolvers: true, description: "A paper that shares entities with another." })
export class RelatedPaperEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Paper, { description: "The related paper." })
  node!: Paper;

  @Field(() => Float, {
    description:
      "How closely it is related: the sum over the shared entities of 1 / ln(papers that mention the entity), so that " +
      "a rare one counts more (Adamic and Adar 2003, doi:10.1016/S0378-8733(03)00009-1).",
  })
  weight!: number;

  @Field(() => [Entity], { description: "What both papers mention, what is rarest among the papers of `where` first." })
  shared!: Entity[];
}

@ObjectType("RelatedPaperConnection", {
  simpleResolvers: true,
  description: "Papers that share entities with one, closest first.",
})
export class RelatedPaperConnection extends connectionFields(
  () => RelatedPaperEdge,
  () => Paper,
) {
  @Field(() => Boolean, {
    description: "Whether entities of the paper were left out, so that relations may be missing.",
  })
  truncated!: boolean;

  @Field(() => [Entity], {
    description:
      `The entities that were left out: those in more than ${LIMITS.relatedPapersPerEntity} papers of \`where\`, and the most ` +
      `frequent ones when all together are in more than ${LIMITS.relatedPapers}.`,
  })
  leftOut!: Entity[];
}
