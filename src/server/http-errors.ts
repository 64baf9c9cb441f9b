import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { CATALOGUE, PapergraphError } from "../errors.js";
import type { Limits } from "../limits.js";
import { RETRY_AFTER_SECONDS } from "./overload.js";

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, string | number>>;
}

/** Refusals that happen before GraphQL sees a request, in GraphQL's form, so that clients read one form only. */
const refusalOf = (error: FastifyError | PapergraphError, request: FastifyRequest, limits: Limits): Refusal => {
  if (error instanceof PapergraphError && error.code !== "INTERNAL") {
    const { code, message, details } = error;
    return { status: CATALOGUE[code].http, message, extensions: { code, ...details } };
  }
  return protocolRefusal(error as FastifyError, request, limits);
};

const protocolRefusal = (error: FastifyError, request: FastifyRequest, limits: Limits): Refusal => {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    const message = `The body is larger than the ${limits.bodyBytes} bytes allowed. Send less, or use variables.`;
    // A body that comes in chunks has no length beforehand, and is not read to its end.
    const length = Number(request.headers["content-length"]);
    const got = length > limits.bodyBytes ? { got: length } : {};
    return { status: 413, message, extensions: { code: "LIMIT_EXCEEDED", ...got, allowed: limits.bodyBytes } };
  }
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    const message = "The content type must be application/json.";
    return { status: 415, message, extensions: { code: "BAD_REQUEST" } };
  }
  const status = error.statusCode ?? 500;
  if (status < 500 || error.code === "ERR_INVALID_URL") {
    const message = "The request cannot be read: send a JSON object with the key `query`.";
    return { status: status < 500 ? status : 400, message, extensions: { code: "BAD_REQUEST" } };
  }
  return { status: 500, message: CATALOGUE.INTERNAL.about, extensions: { code: "INTERNAL" } };
};

/** Answers for requests that fail outside GraphQL, and for addresses where nothing is. */
export const handleHttpErrors = (app: FastifyInstance, limits: Limits): void => {
  app.setErrorHandler((error: FastifyError | PapergraphError, request, reply) => {
    const { status, message, extensions } = refusalOf(error, request, limits);
    if (extensions.code === "OVERLOADED") reply.header("retry-after", RETRY_AFTER_SECONDS);
    const isFault = extensions.code === "INTERNAL";
    if (isFault) request.log.error({ err: error }, "fault");
    else request.log.info({ codes: [extensions.code] }, "refused");
    const shown = isFault ? { ...extensions, requestId: request.id } : extensions;
    return reply.code(status).send({ errors: [{ message, extensions: shown }] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `Nothing is at ${request.method} ${request.url.split("?")[0]}. GraphQL is at /graphql.`,
          extensions: { code: "BAD_REQUEST" },
        },
      ],
    }),
  );
};
