import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CATALOGUE, PapergraphError, PROTOCOL_CODES } from "../errors.js";
import type { Limits } from "../limits.js";

/** The error that a resolver, rule or store threw, under the layers that GraphQL put around it. */
export const rootError = (error: unknown): unknown => {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
};

/** GraphQL's own refusals, which it reports without a code of ours. */
const knownRefusal = (error: unknown, limits: Limits): PapergraphError | undefined => {
  const root = rootError(error);
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

const isProtocolCode = (code: unknown): boolean => typeof code === "string" && code in PROTOCOL_CODES;

/**
 * What a client sees of an error: those of the catalogue as they are, GraphQL's refusals of a request as they are, and
 * for everything else INTERNAL, so that no text of a store, driver or library gets out.
 */
export const formatError =
  (limits: Limits) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const root = rootError(error);
    const known = root instanceof PapergraphError ? root : knownRefusal(error, limits);
    if (known && known.code !== "INTERNAL") {
      return { ...formatted, message: known.message, extensions: { ...known.details, code: known.code } };
    }
    if (isProtocolCode(formatted.extensions?.["code"])) {
      return { ...formatted, extensions: { code: formatted.extensions?.["code"] } };
    }
    // An argument that execution refuses: a variable left out where null is not allowed.
    if (root instanceof GraphQLError && root.message.startsWith('Argument "')) {
      return { ...formatted, extensions: { code: "BAD_USER_INPUT" } };
    }
    return { ...formatted, message: CATALOGUE.INTERNAL.about, extensions: { code: "INTERNAL" } };
  };
