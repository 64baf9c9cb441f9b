import { type Provenance, RIGHTS } from "./format.js";

const NODES = ["papers.csv", "entities.csv", "names.csv", "benchmarks.csv", "aliases.csv", "records.csv"];
const RELATIONSHIPS = [
  ...["mentions.csv", "variants.csv", "named.csv", "varies.csv", "reports.csv", "identifies.csv", "tells.csv"],
];

/** What `neo4j-admin` is told: lists are divided by the unit separator, and a text may have line breaks. */
const OPTIONS = ["--array-delimiter=U+001F", "--multiline-fields=true"];

const COMMAND = [
  "neo4j-admin database import full neo4j",
  ...OPTIONS,
  ...NODES.map((file) => `--nodes=${file}`),
  ...RELATIONSHIPS.map((file) => `--relationships=${file}`),
];

/** What stands beside the tables: where they are from, and how to import them. */
export const readme = ({
  madeBy,
  extractors,
  where,
}: Provenance): string => `A graph of papers and the methods, models and datasets that they mention.

Made by ${madeBy}.
Read by extractor ${extractors.join(", ") || "none: the graph is empty"}.
${where === undefined ? "The whole graph." : `The papers that pass ${where}, and what they mention.`}
${RIGHTS}

To make a Neo4j database of it, with the server stopped, in this folder:

${COMMAND.join(" \\\n  ")}

Not in it: the decisions of curators, and the readings that they rejected. Apply the file of decisions again.

Then start the server and set NEO4J_URI for papergraph, which makes constraints and indexes when it opens the database.
`;
