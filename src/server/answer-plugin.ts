import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import { CATALOGUE, type ErrorCode } from "../errors.js";
import type { Limits } from "../limits.js";
import { classify, rootError } from "./format-error.js";

/** What the plugins read from a request's context. */
export interface RequestContext extends BaseContext {
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  /** The name of the answer, for a GET: the same as long as the question, the graph and this program are. */
  readonly etag?: string | undefined;
}

const isOurs = (code: unknown): code is ErrorCode => typeof code === "string" && code in CATALOGUE;

/**
 * The status of an answer in which no root field got a value: that of its first error, where the catalogue has one. A
 * store that cannot be reached is then a 503 to load balancers and retrying clients, not a 200.
 */
const statusOf = (data: unknown, code: unknown): number | undefined => {
  if (!isOurs(code)) return undefined;
  const { http } = CATALOGUE[code];
  if (data === null || data === undefined) return http;
  const empty = Object.values(data).every((value) => value === null);
  return empty && http >= 500 ? http : undefined;
};

/** Logs each request once, its faults with their causes, and gives answers their status and request id. */
export const answerPlugin = (limits: Limits): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart({ contextValue: { log } }) {
    const started = performance.now();
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors) {
          const { code } = classify(error, limits);
          if (isOurs(code) && ["store", "internal"].includes(CATALOGUE[code].blame))
            log.error({ code, err: rootError(error) }, "fault");
        }
      },
      async willSendResponse({ response, operationName, contextValue: { requestId, etag } }) {
        if (response.body.kind !== "single") return;
        const { data, errors } = response.body.singleResult;
        const codes = errors?.map((error) => error.extensions?.code);
        const ms = Math.round(performance.now() - started);
        log.info({ operation: operationName ?? "", ms, ...(codes ? { codes } : {}) }, "answered");
        response.http.headers.set("cache-control", errors || !etag ? "no-store" : "no-cache");
        if (etag && !errors) response.http.headers.set("etag", etag);
        if (!errors) return;
        response.body.singleResult.errors = errors.map((error) =>
          error.extensions?.code === "INTERNAL" ? { ...error, extensions: { ...error.extensions, requestId } } : error,
        );
        const status = statusOf(data, codes?.[0]);
        if (status !== undefined) response.http.status = status;
      },
    };
  },
});
