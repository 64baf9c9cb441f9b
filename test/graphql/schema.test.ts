import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
  isUnionType,
  validateSchema,
} from "graphql";
import { createSchema } from "../../schema/create-schema.js";
import { schemaText } from "../../schema/schema-text.js";
import { LIMITS } from "../../src/limits.js";
import { packageRoot } from "../../src/package-root.js";

const folder = join(packageRoot, "schema");
const schema = createSchema();

/** Every part of a type that has a description of its own: `Paper`, `Paper.related`, `Paper.related(via)`. */
function* described(type: GraphQLNamedType): Generator<{ name: string; description: string | null | undefined }> {
  yield { name: type.name, description: type.description };
  if (isEnumType(type)) {
    for (const value of type.getValues()) yield { name: `${type.name}.${value.name}`, description: value.description };
  } else if ("getFields" in type && !isUnionType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield { name: `${type.name}.${field.name}`, description: field.description };
      const args: readonly GraphQLArgument[] = isInputObjectType(type) ? [] : "args" in field ? field.args : [];
      for (const arg of args) yield { name: `${type.name}.${field.name}(${arg.name})`, description: arg.description };
    }
  }
}

const ownTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && type.name !== "Query",
);

describe("the schema", () => {
  it("is valid", () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it("is the one in schema/schema.graphql; else run npm run schema:emit", () => {
    expect(readFileSync(join(folder, "schema.graphql"), "utf8")).toBe(schemaText());
  });

  it("describes every type, field, argument and value", () => {
    const all = [...ownTypes, schema.getQueryType()!].flatMap((type) => [...described(type)]);
    const bare = all.filter(({ name, description }) => !description && !["Query", "Mutation"].includes(name));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("shows an example wherever an id is asked for", () => {
    const args = Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
      field.args.map((arg) => ({ at: `${field.name}(${arg.name})`, type: String(arg.type), about: arg.description })),
    );
    const inputs = ownTypes.filter(isInputObjectType).flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        at: `${type.name}.${field.name}`,
        type: String(field.type),
        about: field.description,
      })),
    );
    const ids = [...args, ...inputs].filter(({ type }) => /\bID\b/.test(type));
    expect(ids.length).toBeGreaterThan(8);
    expect(ids.filter(({ about }) => !/\b(entity|arxiv):[\w.-]+/.test(about ?? ""))).toEqual([]);
  });

  it("shows every limit", () => {
    const limits = schema.getType("Limits");
    expect("getFields" in limits! && Object.keys(limits.getFields()).sort()).toEqual(Object.keys(LIMITS).sort());
  });

  it("gives every decorator its type by a thunk, since no types are emitted for it to be guessed from", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const decorators = files.flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(/@(Field|Query|FieldResolver|Arg|Args|Resolver)\(\s*("\w+",\s*)?(.{0,6})/g)].map(
        ([found, , , then = ""]) => ({ file, found, hasThunk: then.startsWith("() => ") }),
      );
    });
    expect(decorators.length).toBeGreaterThan(100);
    expect(decorators.filter(({ hasThunk }) => !hasThunk)).toEqual([]);
  });
});
