import { Field, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { Entity } from "./entity.type.js";
import { type SearchKind, SearchKindEnum } from "./enums.js";
import { Paper } from "./paper.type.js";

@ObjectType("SearchTotal", { simpleResolvers: true, description: "How many of one kind a text search found." })
export class SearchTotal {
  @Field(() => SearchKindEnum, { description: "The kind." })
  kind!: SearchKind;

  @Field(() => Int, { description: "How many were found." })
  count!: number;
}

@ObjectType("SearchResult", { simpleResolvers: true, description: "What a text search found." })
export class SearchResult {
  @Field(() => [SearchTotal], {
    description: "How many were found of each kind that was searched, none of them left out.",
  })
  totals!: SearchTotal[];

  @Field(() => [Paper], { description: "The best `first` papers, best first. The order is each engine's own." })
  papers!: Paper[];

  @Field(() => [Entity], {
    description: "The best `first` entities: those that bear exactly this name, then those in most papers.",
  })
  entities!: Entity[];

  @Field(() => Boolean, {
    description: `Whether more than ${LIMITS.searchHits} papers or entities hold the words, so that totals are too low.`,
  })
  truncated!: boolean;
}
