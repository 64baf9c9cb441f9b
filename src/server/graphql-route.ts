import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { type Context, createContext } from "../../schema/context.js";
import type { Limits } from "../limits.js";
import { version } from "../package-root.js";
import type { Store } from "../store/store.js";
import { type Administration, admit } from "./admission.js";
import type { RequestContext } from "./answer-plugin.js";
import { requestSignal } from "./deadline.js";
import { notModified } from "./etag.js";
import { refuseOverload } from "./overload.js";
import { refuseUntrusted, type TrustedDocuments } from "./trusted-documents.js";

interface GraphqlOptions {
  readonly limits: Limits;
  readonly trusted?: TrustedDocuments | undefined;
  readonly administration?: Administration | undefined;
}

/** GraphQL over HTTP at /graphql: what is refused before Apollo sees a request, and the context of each. */
export const serveGraphql = (
  app: FastifyInstance,
  apollo: ApolloServer<Context & RequestContext>,
  store: Store,
  { limits, trusted, administration }: GraphqlOptions,
): void => {
  const settings = JSON.stringify([version, store.engine, limits]);
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    preHandler: [
      refuseOverload(limits.concurrentRequests),
      ...(trusted ? [refuseUntrusted(trusted)] : []),
      notModified(store, settings),
    ],
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => ({
        ...createContext(store, {
          signal: requestSignal(reply.raw, limits.requestMs),
          limits,
          curator: () => admit(administration, request.headers.authorization),
        }),
        requestId: request.id,
        log: request.log,
        etag: request.etag,
      }),
    }),
  });
};
