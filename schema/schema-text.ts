import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "./create-schema.js";

/** The schema as text, sorted, so that the file changes only when what clients see does. */
export const schemaText = (): string => `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
