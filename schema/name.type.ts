import { Field, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";
import { type NameStatus, NameStatusEnum } from "./enums.js";

@ObjectType("NameResolution", { simpleResolvers: true, description: "The entities that bear a name." })
export class NameResolution {
  @Field(() => String, { description: "The name as it was given." })
  name!: string;

  @Field(() => NameStatusEnum, { description: "Whether it leads to one entity." })
  status!: NameStatus;

  @Field(() => Entity, { nullable: true, description: "The entity, when the name is DIRECT." })
  entity!: Entity | null;

  @Field(() => [Entity], { description: "All entities that bear it, those in most papers first." })
  candidates!: readonly Entity[];
}
