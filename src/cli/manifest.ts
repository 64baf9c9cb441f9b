import type { Command } from "commander";
import { parse } from "graphql";
import { PapergraphError } from "../errors.js";
import { readTrustedDocuments } from "../server/trusted-documents.js";
import { writeJson } from "./output.js";

/** What one document is called and does, as manifests say it. */
const operationOf = (body: string): { name: string; type: string } => {
  for (const definition of parse(body).definitions) {
    if (definition.kind === "OperationDefinition") {
      return { name: definition.name?.value ?? "", type: definition.operation };
    }
  }
  throw new PapergraphError("BAD_USAGE", `A document holds no operation: ${body.slice(0, 80)}`);
};

/** `papergraph manifest` */
export const addManifest = (program: Command): void => {
  program
    .command("manifest")
    .description("print the documents of a folder with their sha256, for TRUSTED_DOCUMENTS and for clients")
    .argument("[folder]", "folder of .graphql files (default: the examples of the package)")
    .action(async (folder?: string) => {
      const operations = [...readTrustedDocuments(folder)].map(([id, body]) => ({ id, ...operationOf(body), body }));
      await writeJson({ format: "apollo-persisted-query-manifest", version: 1, operations });
    });
};
