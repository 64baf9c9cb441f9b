import { readFile } from "node:fs/promises";
import { coerceInputValue, type GraphQLInputType } from "graphql";
import { PapergraphError } from "../errors.js";
import { checkBounds } from "../store/filter/bounds.js";
import type { PaperFilter } from "../store/filter/filter.js";

/**
 * The filter in a `--where`: JSON, or `@FILE` with it, of the form that `where` has in GraphQL. Throws BAD_USAGE for
 * what the schema does not allow there, LIMIT_EXCEEDED for what is above its limits.
 */
export const readWhere = async (source: string): Promise<PaperFilter> => {
  const value = parse(source.startsWith("@") ? await read(source.slice(1)) : source);
  // Only a filter needs the schema, which takes a while to build.
  const { createSchema } = await import("../../schema/create-schema.js");
  const type = createSchema().getType("PaperWhere") as GraphQLInputType;
  const filter = coerceInputValue(value, type, (path, _invalid, { message }) => {
    const place = path.length > 0 ? ` at ${path.join(".")}` : "";
    throw new PapergraphError("BAD_USAGE", `--where${place}: ${message} It takes what \`where\` of papers takes.`);
  }) as PaperFilter;
  checkBounds(filter);
  return filter;
};

const read = async (file: string): Promise<string> => {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "";
    throw new PapergraphError("FILE_NOT_FOUND", `${file} cannot be read (${reason}).`, { file, reason }, { cause });
  }
};

const parse = (json: string): unknown => {
  try {
    const value: unknown = JSON.parse(json);
    if (value !== null) return value;
  } catch {
    // Said below.
  }
  const wanted = `a JSON object like '{"years": {"from": 2020}}', or @FILE with one`;
  throw new PapergraphError("BAD_USAGE", `--where must be ${wanted}; got ${json.slice(0, 80)}.`);
};
