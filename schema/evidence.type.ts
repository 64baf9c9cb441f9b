import { Field, Int, ObjectType } from "type-graphql";
import type { Span as StoredSpan } from "../src/vocabulary.js";
import { TextFieldEnum } from "./enums.js";

const UNITS = "in UTF-16 code units, as JavaScript and Java count";

@ObjectType("Span", { simpleResolvers: true, description: "A place in a text of a paper where an entity is named." })
export class Span {
  @Field(() => TextFieldEnum, { description: "The text it lies in." })
  field!: StoredSpan["field"];

  @Field(() => Int, { description: `Where it starts in that text, ${UNITS}.` })
  start!: number;

  @Field(() => Int, { description: `Where it ends, exclusive, ${UNITS}.` })
  end!: number;
}

@ObjectType("Highlight", { simpleResolvers: true, description: "A place in a sentence where the entity is named." })
export class Highlight {
  @Field(() => Int, { description: `Where it starts in the sentence's own text, ${UNITS}.` })
  start!: number;

  @Field(() => Int, { description: `Where it ends there, exclusive, ${UNITS}.` })
  end!: number;
}

@ObjectType("Evidence", {
  simpleResolvers: true,
  description: "A sentence of a paper that names the entity, word for word as the paper has it.",
})
export class Evidence {
  @Field(() => TextFieldEnum, { description: "The text it is from." })
  field!: StoredSpan["field"];

  @Field(() => String, { description: "The sentence." })
  text!: string;

  @Field(() => Int, { description: `Where it starts in that text, ${UNITS}.` })
  start!: number;

  @Field(() => Int, { description: `Where it ends, exclusive, ${UNITS}.` })
  end!: number;

  @Field(() => [Highlight], { description: "Where in it the entity is named." })
  highlights!: Highlight[];
}
