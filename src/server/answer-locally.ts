import type { FormattedExecutionResult } from "graphql";
import { pino } from "pino";
import { createContext } from "../../schema/context.js";
import { createSchema } from "../../schema/create-schema.js";
import { LIMITS } from "../limits.js";
import type { Store } from "../store/store.js";
import { createApollo } from "./apollo.js";
import { abortLater } from "./deadline.js";

export interface LocalRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string | undefined;
}

/** Answers one operation in this process, with the limits and the masking of the server. Faults go to standard error. */
export const answerLocally = async (
  store: Store,
  { query, variables = {}, operationName }: LocalRequest,
  interrupted?: AbortSignal,
): Promise<FormattedExecutionResult> => {
  const apollo = createApollo(createSchema(), LIMITS);
  const deadline = new AbortController();
  const timer = abortLater(deadline, LIMITS.requestMs);
  const signal = interrupted ? AbortSignal.any([interrupted, deadline.signal]) : deadline.signal;
  const log = pino({ level: "error" }, pino.destination(2));
  try {
    const { body } = await apollo.executeOperation(
      { query, variables, ...(operationName === undefined ? {} : { operationName }) },
      { contextValue: { ...createContext(store, { signal }), requestId: "local", log } },
    );
    return body.kind === "single" ? body.singleResult : body.initialResult;
  } finally {
    clearTimeout(timer);
    await apollo.stop();
  }
};
