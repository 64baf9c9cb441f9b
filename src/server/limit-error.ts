import { type ASTNode, GraphQLError } from "graphql";
import { PapergraphError } from "../errors.js";

/** LIMIT_EXCEEDED as validation rules report it: the catalogue's error inside, so that `format-error.ts` finds it. */
export const limitError = (message: string, got: number, allowed: number, nodes?: readonly ASTNode[]): GraphQLError => {
  const originalError = new PapergraphError("LIMIT_EXCEEDED", message, { got, allowed });
  return new GraphQLError(message, { originalError, ...(nodes ? { nodes } : {}) });
};
