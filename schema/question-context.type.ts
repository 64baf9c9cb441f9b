import { Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Role } from "../src/vocabulary.js";
import { Entity } from "./entity.type.js";
import { RoleEnum } from "./enums.js";
import { Paper } from "./paper.type.js";

const UNITS = "in UTF-16 code units, as JavaScript and Java count";

@ObjectType("QuestionName", { simpleResolvers: true, description: "A name in a question that entities bear." })
export class QuestionName {
  @Field(() => String, { description: "The name as the question has it." })
  name!: string;

  @Extensions({ listSize: 3 })
  @Field(() => [Entity], { description: "The entities that it may mean, those in most papers first; three at most." })
  entities!: unknown;
}

@ObjectType("ContextEvidence", {
  simpleResolvers: true,
  description: "A sentence of an abstract, word for word, with its source.",
})
export class ContextEvidence {
  @Field(() => Int, { description: "The mark by which the text cites the paper: 1 for [1]." })
  mark!: number;

  @Field(() => Paper, { description: "The paper whose abstract it is from." })
  paper!: Paper;

  @Field(() => RoleEnum, {
    nullable: true,
    description: "What the paper does with the entity of the group; null without one.",
  })
  role!: Role | null;

  @Field(() => String, { description: "The sentence." })
  text!: string;

  @Field(() => Int, { description: `Where it starts in the abstract, ${UNITS}.` })
  start!: number;

  @Field(() => Int, { description: `Where it ends there, exclusive, ${UNITS}.` })
  end!: number;
}

@ObjectType("ContextGroup", { simpleResolvers: true, description: "The evidence about one entity." })
export class ContextGroup {
  @Field(() => Entity, {
    nullable: true,
    description: "The entity; null for sentences that hold words of the question and name none.",
  })
  entity!: Entity | null;

  @Extensions({ listSize: 10 })
  @Field(() => [ContextEvidence], { description: "Sentences about it, best first." })
  evidence!: unknown;
}

@ObjectType("ContextSource", { simpleResolvers: true, description: "A paper that the evidence is from." })
export class ContextSource {
  @Field(() => Int, { description: "Its mark in the text: 1 for [1]." })
  mark!: number;

  @Field(() => Paper, { description: "The paper." })
  paper!: Paper;
}

@ObjectType("QuestionContext", {
  simpleResolvers: true,
  description: "Evidence from the papers for a question, to give to a reader or a language model.",
})
export class QuestionContext {
  @Field(() => String, {
    description:
      "All of it ready to paste: per entity its name and the sentences, each with the mark of its source, then the " +
      "sources with title, year and id. Empty where nothing was found or fits.",
  })
  text!: string;

  @Field(() => Int, {
    description:
      "The tokens of `text`, never more than `maxTokens`. Every eight letters of a word begin one, every three " +
      "digits, each letter beyond ASCII and each other sign is one; white space is none. Language models mostly count fewer.",
  })
  tokens!: number;

  @Extensions({ listSize: 10 })
  @Field(() => [QuestionName], { description: "The names in the question that entities bear, in its order." })
  names!: unknown;

  @Extensions({ listSize: 10 })
  @Field(() => [ContextGroup], { description: "The evidence of the text by entity, the best group first." })
  groups!: unknown;

  @Extensions({ listSize: 50 })
  @Field(() => [ContextSource], { description: "The papers that it is from, by mark." })
  sources!: unknown;

  @Field(() => Boolean, { description: "Whether evidence was left out." })
  truncated!: boolean;

  @Field(() => [String], {
    description:
      "By what: `maxTokens`, or limits of `meta.limits`: contextPapers, contextPapersPerEntity, " +
      "contextPapersRead, contextWords.",
  })
  truncatedBy!: readonly string[];
}
