import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { schemaText } from "./schema-text.js";

/** Writes schema/schema.graphql: `npm run schema:emit`. A test compares it with the schema as built. */
writeFileSync(join(packageRoot, "schema", "schema.graphql"), schemaText());
