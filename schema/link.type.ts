import { Field, Float, ObjectType } from "type-graphql";
import type { Role } from "../src/vocabulary.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Entity } from "./entity.type.js";
import { RoleEnum } from "./enums.js";
import { Evidence, Span } from "./evidence.type.js";
import { PaperFacets } from "./facets.type.js";
import { Paper } from "./paper.type.js";

/** What the link between a paper and an entity carries, seen from either end. */
@ObjectType({ simpleResolvers: true })
abstract class LinkFields {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => RoleEnum, { description: "What the paper does with the entity." })
  role!: Role;

  @Field(() => Float, { description: "How sure the extraction is of it, 0 to 1." })
  confidence!: number;

  @Field(() => [Span], { description: "Every place where the paper names the entity." })
  spans!: unknown;

  @Field(() => [Evidence], { description: "The sentences that name it, title first." })
  evidence!: unknown;
}

@ObjectType("MentionEdge", { simpleResolvers: true, description: "An entity that a paper mentions." })
export class MentionEdge extends LinkFields {
  @Field(() => Entity, { description: "The entity." })
  node!: Entity;
}

@ObjectType("MentionConnection", {
  simpleResolvers: true,
  description: "What a paper mentions: strongest role first, then the surest, then by id.",
})
export class MentionConnection extends connectionFields(
  () => MentionEdge,
  () => Entity,
) {}

@ObjectType("EntityPaperEdge", { simpleResolvers: true, description: "A paper that mentions an entity." })
export class EntityPaperEdge extends LinkFields {
  @Field(() => Paper, { description: "The paper." })
  node!: Paper;
}

@ObjectType("EntityPaperConnection", { simpleResolvers: true, description: "The papers that mention an entity." })
export class EntityPaperConnection extends connectionFields(
  () => EntityPaperEdge,
  () => Paper,
) {
  @Field(() => PaperFacets, { description: "How many of them have each value: years, venues, kinds, roles, entities." })
  facets!: unknown;
}
