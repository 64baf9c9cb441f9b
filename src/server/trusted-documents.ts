import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { PapergraphError } from "../errors.js";
import { EXAMPLES_FOLDER } from "./examples.js";

/** Documents by their id, which is the sha256 of their text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The manifest that Apollo's tools make of a client's code, and `papergraph manifest` of a folder. */
const MANIFEST = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const fromFolder = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(graphql|gql)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .map((text) => [sha256(text), text]);

const fromManifest = (file: string): [string, string][] =>
  MANIFEST.parse(JSON.parse(readFileSync(file, "utf8"))).operations.map(({ id, body }) => [id, body]);

/** The documents of a folder or a manifest, by default the examples of the package; throws BAD_SETTING for none. */
export const readTrustedDocuments = (path: string = EXAMPLES_FOLDER): TrustedDocuments => {
  let documents: [string, string][];
  try {
    documents = statSync(path).isDirectory() ? fromFolder(path) : fromManifest(path);
  } catch (cause) {
    const message = `TRUSTED_DOCUMENTS is ${path}, which cannot be read as a folder of .graphql files or a manifest of persisted queries.`;
    throw new PapergraphError("BAD_SETTING", message, { path }, { cause });
  }
  if (documents.length > 0) return new Map(documents);
  const message = `TRUSTED_DOCUMENTS is ${path}, which holds no .graphql file, so that nothing could be asked.`;
  throw new PapergraphError("BAD_SETTING", message, { path });
};

/** The documents as Apollo looks hashes up; a client cannot add to them. */
export const hashesOf = (trusted: TrustedDocuments) => ({
  get: async (key: string) => trusted.get(key.replace(/^apq:/, "")),
  set: async () => {},
  delete: async () => false,
});

const idOf = (extensions: unknown): unknown => {
  try {
    const read = typeof extensions === "string" ? JSON.parse(extensions) : extensions;
    return read?.persistedQuery?.sha256Hash;
  } catch {
    return undefined;
  }
};

/** A hook that refuses every document but the trusted ones, asked for by their text or by their id. */
export const refuseUntrusted = (trusted: TrustedDocuments) => {
  // A file's last line break is easily lost on its way into a program.
  const texts = new Set([...trusted.values()].map((text) => text.trim()));
  return async ({ method, query, body }: FastifyRequest): Promise<void> => {
    const asked = (method === "GET" ? query : body) as { query?: unknown; extensions?: unknown } | null | undefined;
    const isTrusted =
      typeof asked?.query === "string" ? texts.has(asked.query.trim()) : trusted.has(String(idOf(asked?.extensions)));
    if (isTrusted) return;
    const message = "This server answers only documents that it knows beforehand, and this is none of them.";
    throw new PapergraphError("UNTRUSTED_DOCUMENT", message);
  };
};
