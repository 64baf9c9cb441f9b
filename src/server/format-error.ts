import { GraphQLError, type GraphQLFormattedError, Lexer, type Source, TokenKind } from "graphql";
import { CATALOGUE, type ErrorCode, PapergraphError, PROTOCOL_CODES } from "../errors.js";
import type { Limits } from "../limits.js";

/** The error that a resolver, rule or store threw, under the layers that GraphQL put around it. */
export const rootError = (error: unknown): unknown => {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
};

/** What Apollo says without a code of a persisted query that does not fit. */
const PERSISTED_QUERY_REFUSALS = ["provided sha does not match query", "Unsupported persisted query version"];

/** The tokens of a document that has too many: the parser stops at the limit, so they are counted here, up to a fault. */
const countTokens = (source: Source): number => {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // What stands after the fault is not GraphQL.
  }
  return count;
};

/** GraphQL's own refusals, which it reports without a code of ours. */
const knownRefusal = (root: unknown, limits: Limits): PapergraphError | undefined => {
  if (!(root instanceof GraphQLError && root.source)) return undefined;
  if (!root.message.includes(`more that ${limits.tokens} tokens`)) return undefined;
  const got = countTokens(root.source);
  const message = `The document has ${got} tokens; ${limits.tokens} are allowed. Split it into several requests.`;
  return new PapergraphError("LIMIT_EXCEEDED", message, { got, allowed: limits.tokens });
};

/** Why work was stopped, in the words of who stopped it: a store only knows that it was. */
const reasonOf = (error: PapergraphError): PapergraphError =>
  error.code === "TIMEOUT" && error.cause instanceof PapergraphError ? error.cause : error;

interface Shown {
  readonly code: ErrorCode | keyof typeof PROTOCOL_CODES;
  readonly message: string;
  readonly details?: PapergraphError["details"];
}

const isProtocolCode = (code: unknown): code is keyof typeof PROTOCOL_CODES =>
  typeof code === "string" && code in PROTOCOL_CODES;

/**
 * What a client sees of an error: those of the catalogue as they are, GraphQL's refusals of a request as they are, and
 * for everything else INTERNAL, so that no text of a store, driver or library gets out.
 */
export const classify = (error: unknown, limits: Limits): Shown => {
  const root = rootError(error);
  const known = root instanceof PapergraphError ? reasonOf(root) : knownRefusal(root, limits);
  if (known && known.code !== "INTERNAL") return known;
  if (error instanceof GraphQLError) {
    const { code } = error.extensions;
    if (isProtocolCode(code)) return { code, message: error.message };
    if (PERSISTED_QUERY_REFUSALS.includes(error.message)) return { code: "BAD_REQUEST", message: error.message };
  }
  // An argument that execution refuses: a variable left out where null is not allowed.
  if (root instanceof GraphQLError && root.message.startsWith('Argument "')) {
    return { code: "BAD_USER_INPUT", message: root.message };
  }
  return { code: "INTERNAL", message: CATALOGUE.INTERNAL.about };
};

/** Apollo's hook: keeps place and path of an error, and of its text and code only what `classify` allows. */
export const formatError =
  (limits: Limits) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { code, message, details } = classify(error, limits);
    return { ...formatted, message, extensions: { code, ...details } };
  };
