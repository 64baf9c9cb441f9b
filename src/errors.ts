/**
 * The catalogue of errors. Every error that a user or client can see has a code here; all else is INTERNAL and masked.
 * A message says what was got, what is allowed and what to do.
 */

/** Whose fault it is: decides the exit code, the HTTP status and whether the text may be shown. */
export type Blame = "input" | "usage" | "limit" | "store" | "internal";

interface Entry {
  readonly blame: Blame;
  readonly http: number;
  readonly about: string;
}

const entry = (blame: Blame, http: number, about: string): Entry => ({ blame, http, about });

export const CATALOGUE = {
  // Arguments of a GraphQL operation
  BAD_CURSOR: entry("usage", 400, "A cursor that was not made by this connection, or was cut."),
  BAD_ARGUMENT: entry("usage", 400, "An argument outside what the field allows."),
  LIMIT_EXCEEDED: entry("limit", 400, "A page size, list, depth, cost, body or time above its limit."),
  TIMEOUT: entry("limit", 503, "The time allowed for a request ran out; its store work was stopped."),
  ADMIN_ONLY: entry("usage", 403, "A mutation without the admin token, or on a server that has none."),
  OVERLOADED: entry("limit", 503, "Too many requests under way at once. Ask again after the seconds in `retry-after`."),
  UNTRUSTED_DOCUMENT: entry("usage", 403, "A document that is not in the list, on a server with TRUSTED_ONLY=1."),
  // Reading of files
  FILE_NOT_FOUND: entry("input", 400, "A file or folder that does not exist or may not be read."),
  FILE_EMPTY: entry("input", 400, "A file without a single record."),
  FILE_BINARY: entry("input", 400, "A file that is not text."),
  FILE_TRUNCATED: entry(
    "input",
    400,
    "A file that ends too early: gzip before its end mark, a JSON list before its bracket.",
  ),
  FORMAT_UNKNOWN: entry("input", 400, "Content that no reader recognises."),
  RECORD_TOO_LONG: entry("input", 400, "A line or record above the size limit."),
  RECORD_MALFORMED: entry("input", 400, "A record that cannot be read as a paper."),
  ENCODING_INVALID: entry("input", 400, "Bytes that are not valid UTF-8."),
  COLUMN_MISSING: entry("input", 400, "A table without a column that is needed."),
  PAPERS_NONE: entry("input", 400, "A page or file in which no paper was found."),
  WEIGHTS_UNFIT: entry(
    "input",
    400,
    "Weights of the extractor that another version made, or that do not belong together.",
  ),
  TOO_MANY_REJECTS: entry("input", 400, "More rejected records than --max-rejects allows; what was loaded stays."),
  DECISION_MALFORMED: entry("input", 400, "A record that cannot be read as a curator's decision."),
  // Writing of files
  FILE_UNWRITABLE: entry("input", 400, "A file or folder that cannot be made or written; nothing half-written stays."),
  // Settings and commands
  BAD_SETTING: entry("usage", 400, "A setting whose value is not allowed."),
  BAD_USAGE: entry("usage", 400, "A command line that cannot be understood."),
  // Store
  STORE_UNAVAILABLE: entry("store", 503, "The store cannot be reached or does not answer."),
  STORE_LOCKED: entry("store", 503, "Another process owns the embedded store."),
  STORE_CORRUPT: entry("store", 500, "The embedded store's files cannot be opened."),
  STORE_FULL: entry("store", 500, "The disk of the store is full; the batch was rolled back."),
  GRAPH_WRONG: entry(
    "store",
    500,
    "What the graph keeps differs from a recount. Only `papergraph doctor --deep` looks.",
  ),
  INTERNAL: entry("internal", 500, "A fault of papergraph. The log has it under the request id."),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof CATALOGUE;

/**
 * Codes that GraphQL itself and Apollo Server give to requests that never reach a resolver. Their texts speak only of
 * the request, so they are shown as they are.
 */
export const PROTOCOL_CODES = {
  GRAPHQL_PARSE_FAILED: "A document that is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "A document that the schema does not allow.",
  BAD_USER_INPUT: "A variable or argument of the wrong type.",
  OPERATION_RESOLUTION_FAILURE: "An operation name that the document does not hold, or several operations and no name.",
  PERSISTED_QUERY_NOT_FOUND: "A sha256 without its document, which this server does not have. Send both once.",
  BAD_REQUEST: "A request that is not GraphQL over HTTP, or that a browser could be made to send for another site.",
} as const;

/** An error of the catalogue. `details` are facts for programs (got, allowed, file, line), never secrets. */
export class PapergraphError extends Error {
  override readonly name = "PapergraphError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
  get blame(): Blame {
    return CATALOGUE[this.code].blame;
  }
}
