import type { ServerResponse } from "node:http";
import { PapergraphError } from "../errors.js";

export const timeoutError = (milliseconds: number): PapergraphError => {
  const message = `The request took longer than the ${milliseconds} ms allowed and was stopped. Ask for less at once.`;
  return new PapergraphError("TIMEOUT", message, { allowed: milliseconds });
};

/**
 * A signal for the work of one request: it aborts with TIMEOUT after `milliseconds`, and when the client hangs up before
 * its answer is written. Nothing is left running once the response is closed.
 */
export const requestSignal = (response: ServerResponse, milliseconds: number): AbortSignal => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeoutError(milliseconds)), milliseconds);
  response.once("close", () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new PapergraphError("TIMEOUT", "The client hung up."));
  });
  return controller.signal;
};
