import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { dataVersion } from "../store/data-version.js";
import type { Store } from "../store/store.js";

declare module "fastify" {
  interface FastifyRequest {
    etag?: string;
  }
}

/**
 * Names the answer to a question, without answering it: all that the answer depends on, hashed. A weak name, since the
 * same answer may come compressed.
 */
const nameOf = (request: FastifyRequest, version: string, settings: string): string => {
  const parts = [request.url, request.headers.accept ?? "", version, settings];
  return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url")}"`;
};

/**
 * A hook for GET: 304 when the client has the answer already, which costs one look-up in the store instead of the
 * question. `settings` is what else changes answers: versions, engine, limits. The version of the graph is read before the
 * question is answered, so an answer is never named newer than it is.
 */
export const notModified =
  (store: Store, settings: string) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.method !== "GET") return undefined;
    const version = await dataVersion(store).catch(() => undefined);
    // A store that is gone: the question itself says so.
    if (version === undefined) return undefined;
    request.etag = nameOf(request, version, settings);
    const held = request.headers["if-none-match"]?.split(",").map((name) => name.trim()) ?? [];
    if (!held.includes(request.etag)) return undefined;
    return reply.code(304).header("etag", request.etag).header("cache-control", "no-cache").send();
  };
