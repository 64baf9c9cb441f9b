import { Field, Int, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";

@ObjectType("FacetValue", { simpleResolvers: true, description: "A value and how many have it." })
export class FacetValue {
  @Field(() => String, { description: "The value: a year, a venue, a kind such as METHOD, a role such as USES." })
  value!: string;

  @Field(() => Int, { description: "How many of the whole list, all pages, have it." })
  count!: number;
}

@ObjectType("Facet", { simpleResolvers: true, description: "How many of a list have each value." })
export class Facet {
  @Field(() => [FacetValue], { description: "The values that any has." })
  values!: FacetValue[];

  @Field(() => Boolean, { description: "Whether there are more values than were asked for." })
  truncated!: boolean;
}

@ObjectType("EntityFacetValue", { simpleResolvers: true, description: "An entity and how many papers mention it." })
export class EntityFacetValue {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => Int, { description: "How many of the whole list, all pages, mention it." })
  count!: number;
}

@ObjectType("EntityFacet", { simpleResolvers: true, description: "How many papers of a list mention each entity." })
export class EntityFacet {
  @Field(() => [EntityFacetValue], { description: "The entities, those in most papers first, then by id." })
  values!: EntityFacetValue[];

  @Field(() => Boolean, { description: "Whether there are more entities than were asked for." })
  truncated!: boolean;
}
