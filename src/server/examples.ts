import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

export const EXAMPLES_FOLDER = join(packageRoot, "schema", "examples");

export interface Example {
  /** `Paper mentions`, of paper-mentions.graphql. */
  readonly name: string;
  /** What it asks, in a sentence: the comment at its head. */
  readonly about: string;
  readonly query: string;
  /** JSON; empty when it has none. */
  readonly variables: string;
}

const exampleOf = (file: string): Example => {
  const query = readFileSync(join(EXAMPLES_FOLDER, file), "utf8");
  const words = file.replace(/\.graphql$/, "").replaceAll("-", " ");
  const comment = /^(?:#.*\n)+/.exec(query)?.[0] ?? "";
  const variables = join(EXAMPLES_FOLDER, file.replace(/\.graphql$/, ".variables.json"));
  return {
    name: words[0]?.toUpperCase() + words.slice(1),
    about: comment.replaceAll(/^#\s*/gm, "").replaceAll("\n", " ").trim(),
    query,
    variables: existsSync(variables) ? readFileSync(variables, "utf8") : "",
  };
};

/** The example operations of the package, by name. */
export const readExamples = (): Example[] =>
  readdirSync(EXAMPLES_FOLDER)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map(exampleOf);
