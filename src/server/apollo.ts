import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Limits } from "../limits.js";
import { answerPlugin, type RequestContext } from "./answer-plugin.js";
import { formatError } from "./format-error.js";
import { aliasRule, directiveRule, rootFieldRule } from "./rules/counts.js";
import { depthRule } from "./rules/depth.js";
import { selectionRule } from "./rules/selections.js";
import { hashesOf, type TrustedDocuments } from "./trusted-documents.js";
import { weightPlugin } from "./weight-plugin.js";

interface ApolloOptions<Context extends RequestContext> {
  readonly plugins?: ApolloServerPlugin<Context>[];
  /** The only documents that a hash may stand for; absent, clients save theirs in a bounded cache (Apollo's, 30 MB). */
  readonly trusted?: TrustedDocuments | undefined;
}

/**
 * Apollo Server over the schema, with every limit and the masking of errors. Introspection is on in production too: the
 * schema is public, in the repository and at /schema.graphql.
 */
export const createApollo = <Context extends RequestContext>(
  schema: GraphQLSchema,
  limits: Limits,
  { plugins = [], trusted }: ApolloOptions<Context> = {},
): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    ...(trusted ? { persistedQueries: { cache: hashesOf(trusted) } } : {}),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 5 },
    validationRules: [
      depthRule(limits.depth),
      selectionRule(limits.selections),
      aliasRule(limits.aliases),
      directiveRule(limits.directives),
      rootFieldRule(limits.rootFields),
    ],
    formatError: formatError(limits),
    plugins: [
      answerPlugin(limits),
      weightPlugin(limits),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ...plugins,
    ],
  });
