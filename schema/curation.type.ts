import { ArgsType, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Kind } from "../src/vocabulary.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { KindEnum } from "./enums.js";

export const DecisionOpEnum = {
  MERGE: "merge",
  SPLIT: "split",
  RENAME: "rename",
  RETYPE: "retype",
  ADD_ALIAS: "addAlias",
  REJECT_MENTION: "rejectMention",
  REJECT_NAME: "rejectName",
  UNDO: "undo",
} as const;
registerEnumType(DecisionOpEnum, {
  name: "DecisionOp",
  description: "What a curator can decide.",
  valuesConfig: {
    MERGE: { description: "`entity` is part of `into`." },
    SPLIT: { description: "What papers read under `names`, in `papers` or in all, is not `entity` but `into`." },
    RENAME: { description: "`entity` is shown as `name`." },
    RETYPE: { description: "`entity` is of `kind`." },
    ADD_ALIAS: { description: "`name` is a name of `entity`, and what papers read under it belongs to it." },
    REJECT_MENTION: { description: "What `papers` read under `names` there does not count." },
    REJECT_NAME: { description: "What any paper reads as `name` does not count." },
    UNDO: { description: "`decision` does not hold." },
  },
});

@ObjectType("Decision", { simpleResolvers: true, description: "What a curator decided about the graph." })
export class Decision {
  @Field(() => ID, { description: "Its id, from all that it says: curation:0123456789abcdef." })
  id!: string;

  @Field(() => DecisionOpEnum, { description: "What is decided." })
  op!: string;

  @Field(() => ID, { nullable: true, description: "The entity that it is about, as it was called: entity:bert." })
  entity!: string | null;

  @Field(() => String, { nullable: true, description: "Where MERGE and SPLIT lead: the id of an entity, or a name." })
  into!: string | null;

  @Field(() => String, { nullable: true, description: "The name of RENAME, ADD_ALIAS and REJECT_NAME." })
  name!: string | null;

  @Field(() => KindEnum, { nullable: true, description: "The kind of RETYPE." })
  kind!: Kind | null;

  @Field(() => [String], { description: "The names that SPLIT and REJECT_MENTION are about." })
  names!: readonly string[];

  @Field(() => [ID], { description: "The papers that SPLIT and REJECT_MENTION are about: arxiv:1810.04805." })
  papers!: readonly string[];

  @Field(() => ID, { nullable: true, description: "The decision that UNDO takes back." })
  decision!: string | null;

  @Field(() => String, { description: "Who decided." })
  author!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { description: "When it was decided, ISO, in UTC. Decisions are taken in this order." })
  at!: string;

  @Field(() => String, { description: "When this graph took it, ISO, in UTC." })
  appliedAt!: string;

  @Field(() => Boolean, { description: "Whether it holds: whether no other decision undoes it." })
  holds!: boolean;
}

@ObjectType("DecisionEdge", { simpleResolvers: true, description: "A decision and its place in the list." })
export class DecisionEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Decision, { description: "The decision." })
  node!: Decision;
}

@ObjectType("DecisionConnection", {
  simpleResolvers: true,
  description: "Decisions of curators, in the order in which the graph took them.",
})
export class DecisionConnection extends connectionFields(
  () => DecisionEdge,
  () => Decision,
) {}

@ArgsType()
export class Signature {
  @Field(() => String, { description: "Who decides." })
  author!: string;

  @Field(() => String, { description: "Why; shown with the decision." })
  reason!: string;
}
