import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import type { Kind } from "../src/vocabulary.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { KindEnum } from "./enums.js";
import { EntityFacets } from "./facets.type.js";
import { Node, TYPE_OF_KIND } from "./node.type.js";

@InterfaceType("Entity", {
  implements: Node,
  description: "A method, model or dataset that papers mention.",
  resolveType: ({ kind }: Entity) => TYPE_OF_KIND[kind],
})
export abstract class Entity extends Node {
  @Field(() => KindEnum, { description: "What it is." })
  kind!: Kind;

  @Field(() => String, { description: "The name that papers use most." })
  name!: string;

  @Field(() => [String], { description: "Its other names and acronyms." })
  aliases!: string[];

  @Field(() => Int, { description: "How many papers of the whole corpus mention it." })
  paperCount!: number;

  @Field(() => Int, { nullable: true, description: "The year of the first paper that mentions it." })
  firstYear!: number | null;
}

@ObjectType("Method", {
  implements: [Node, Entity],
  simpleResolvers: true,
  description: "A technique, algorithm or framework, such as entity:in-context-learning.",
})
export class Method extends Entity {}

@ObjectType("Model", {
  implements: [Node, Entity],
  simpleResolvers: true,
  description: "A model or family of models, such as entity:bert.",
})
export class Model extends Entity {}

@ObjectType("Dataset", {
  implements: [Node, Entity],
  simpleResolvers: true,
  description: "A dataset or benchmark, such as entity:imagenet.",
})
export class Dataset extends Entity {}

@ObjectType("EntityEdge", { simpleResolvers: true, description: "An entity in a list of entities." })
export class EntityEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Entity, { description: "The entity." })
  node!: Entity;

  @Field(() => Int, {
    description: "How many papers mention it, counting only those of `where.papers` when it is given.",
  })
  paperCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: "The year of the first paper that mentions it, of those of `where.papers` when it is given.",
  })
  firstYear!: number | null;
}

@ObjectType("EntityConnection", { simpleResolvers: true, description: "A list of entities." })
export class EntityConnection extends connectionFields(
  () => EntityEdge,
  () => Entity,
) {
  @Field(() => EntityFacets, { description: "How many of them have each value: kinds, roles, first years." })
  facets!: unknown;
}
