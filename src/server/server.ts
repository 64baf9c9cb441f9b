import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { constants } from "node:zlib";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import cors from "@fastify/cors";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { pino } from "pino";
import type { Context } from "../../schema/context.js";
import { createSchema } from "../../schema/create-schema.js";
import { schemaText } from "../../schema/schema-text.js";
import type { LogLevel } from "../config.js";
import { PapergraphError } from "../errors.js";
import { LIMITS, type Limits } from "../limits.js";
import type { Store } from "../store/store.js";
import type { Administration } from "./admission.js";
import type { RequestContext } from "./answer-plugin.js";
import { createApollo } from "./apollo.js";
import { serveGraphiql } from "./graphiql.js";
import { serveGraphql } from "./graphql-route.js";
import { serveHealth } from "./health.js";
import { handleHttpErrors } from "./http-errors.js";
import { serveLandingPage } from "./landing-page.js";
import { readTrustedDocuments } from "./trusted-documents.js";

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly corsOrigins: readonly string[];
  /** Answer only documents that are known beforehand: those of `trustedDocuments`, by default the package's examples. */
  readonly trustedOnly?: boolean;
  readonly trustedDocuments?: string | undefined;
  readonly logLevel: LogLevel;
  readonly limits?: Limits;
  /** Who may change the graph, and by what; without it, nobody. */
  readonly administration?: Administration | undefined;
}

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4000`. GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** Takes no new requests, lets those under way finish, and returns when they have. The store stays open. */
  close(): Promise<void>;
}

/** What pages of other origins may read of an answer besides its body. */
const EXPOSED_HEADERS = ["x-request-id", "etag", "retry-after"];

/** Answers of 1 KB and more, quickly rather than small. Bodies of requests are never unpacked: a small one may be huge. */
const COMPRESSION: FastifyCompressOptions = {
  threshold: 1024,
  encodings: ["br", "gzip"],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  globalDecompression: false,
};

const createApp = (limits: Limits): FastifyInstance =>
  Fastify({
    // Silent until it listens: what there is to say then, the commands say.
    loggerInstance: pino({ level: "silent" }, pino.destination(2)) as FastifyBaseLogger,
    // Its lines hold the address, and with GET the address holds the query.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    requestTimeout: 3 * limits.requestMs,
    forceCloseConnections: "idle",
  });

const listen = async (app: FastifyInstance, { port, host, logLevel }: ServerOptions): Promise<string> => {
  try {
    await app.listen({ port, host });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "";
    const message = `Cannot serve on ${host} port ${port} (${reason}). Set another with --port and --host, or PORT and HOST.`;
    throw new PapergraphError("BAD_SETTING", message, { host, port, reason }, { cause });
  }
  app.log.level = logLevel;
  const { address, family, port: bound } = app.server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`;
};

/** Serves the graph in `store` over HTTP until `close` is called. */
export const startServer = async (store: Store, options: ServerOptions): Promise<RunningServer> => {
  const limits = options.limits ?? LIMITS;
  const trusted = options.trustedOnly ? readTrustedDocuments(options.trustedDocuments) : undefined;
  const app = createApp(limits);
  const apollo = createApollo<Context & RequestContext>(createSchema(), limits, {
    plugins: [fastifyApolloDrainPlugin(app)],
    trusted,
  });
  await apollo.start();

  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
  });
  handleHttpErrors(app, limits);
  if (options.corsOrigins.length > 0) {
    const origin = options.corsOrigins.includes("*") ? "*" : [...options.corsOrigins];
    await app.register(cors, { origin, methods: ["GET", "POST"], exposedHeaders: EXPOSED_HEADERS, maxAge: 600 });
  }
  await app.register(compress, COMPRESSION);
  serveHealth(app, store);
  serveLandingPage(app);
  serveGraphiql(app);
  const sdl = schemaText();
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  serveGraphql(app, apollo, store, { limits, trusted, administration: options.administration });
  const url = await listen(app, options);
  return { url, close: () => apollo.stop() };
};
