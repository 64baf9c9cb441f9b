import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CATALOGUE, type ErrorCode, PapergraphError, PROTOCOL_CODES } from "../errors.js";
import type { Limits } from "../limits.js";

/** The error that a resolver, rule or store threw, under the layers that GraphQL put around it. */
export const rootError = (error: unknown): unknown => {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
};

/** GraphQL's own refusals, which it reports without a code of ours. */
const knownRefusal = (root: unknown, limits: Limits): PapergraphError | undefined => {
  if (!(root instanceof GraphQLError)) return undefined;
  if (root.message.includes(`more that ${limits.tokens} tokens`)) {
    const message = `The document has more than ${limits.tokens} tokens. Split it into several requests.`;
    return new PapergraphError("LIMIT_EXCEEDED", message, { allowed: limits.tokens });
  }
  if (/recursively requests too many selections/.test(root.message)) {
    const message = `The operation's fragments select more than ${limits.selections} fields. Use fewer spreads.`;
    return new PapergraphError("LIMIT_EXCEEDED", message, { allowed: limits.selections });
  }
  return undefined;
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
