import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { Limits } from "../limits.js";
import { weigh } from "./cost.js";
import { limitError } from "./limit-error.js";
import { Weights } from "./weights.js";

const isNest = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Levels of lists and objects in a value, one after another: they may be nested deeper than a call stack reaches. */
const depthOf = (value: unknown): number => {
  let depth = 0;
  for (let level = [value].filter(isNest); level.length > 0; depth += 1) {
    level = level.flatMap((item) => Object.values(item).filter(isNest));
  }
  return depth;
};

/** graphql-js tells only at execution, and without a code, that a schema has no subscriptions. */
const refuseUnknownOperations = (schema: GraphQLSchema, operation: OperationDefinitionNode): void => {
  if (schema.getRootType(operation.operation)) return;
  throw new GraphQLError(`This server answers queries and mutations; it has no ${operation.operation}.`, {
    nodes: [operation],
    extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } },
  });
};

/** Refuses operations that would cost too much or bring too long a list, before any of their resolvers runs. */
export const weightPlugin = (limits: Limits): ApolloServerPlugin => {
  const weights = new Weights();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          refuseUnknownOperations(schema, operation);
          const depth = depthOf(request.variables);
          if (depth > limits.variableDepth) {
            const message = `The variables are ${depth} levels deep; ${limits.variableDepth} are allowed. Make them flatter.`;
            throw limitError(message, depth, limits.variableDepth, [operation]);
          }
          const given = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
          // Variables that do not fit are refused by the execution, with their own message.
          if (given.errors) return;
          const { cost, longestList } = weights.of(document, operation.name?.value, request.variables ?? {}, () =>
            weigh(schema, document, operation.name?.value, request.variables ?? {}, limits),
          );
          if (longestList > limits.listLength) {
            const message = `A list argument has ${longestList} items; ${limits.listLength} are allowed. Ask in parts.`;
            throw limitError(message, longestList, limits.listLength, [operation]);
          }
          if (cost > limits.cost) {
            const message = `The operation may make ${cost} objects; ${limits.cost} are allowed. Ask for smaller pages.`;
            throw limitError(message, cost, limits.cost, [operation]);
          }
        },
      };
    },
  };
};
