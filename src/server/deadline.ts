import type { ServerResponse } from "node:http";
import { PapergraphError } from "../errors.js";

const timeoutError = (got: number, allowed: number): PapergraphError => {
  const message = `The request took longer than the ${allowed} ms allowed and was stopped. Ask for less at once.`;
  return new PapergraphError("TIMEOUT", message, { got, allowed });
};

/** Aborts with TIMEOUT after `milliseconds`; the timer is given back for an answer that comes sooner. */
export const abortLater = (controller: AbortController, milliseconds: number): NodeJS.Timeout => {
  const started = performance.now();
  return setTimeout(
    () => controller.abort(timeoutError(Math.round(performance.now() - started), milliseconds)),
    milliseconds,
  );
};

/**
 * A signal for the work of one request: it aborts with TIMEOUT after `milliseconds`, and when the client hangs up before
 * its answer is written. Nothing is left running once the response is closed.
 */
export const requestSignal = (response: ServerResponse, milliseconds: number): AbortSignal => {
  const controller = new AbortController();
  const timer = abortLater(controller, milliseconds);
  response.once("close", () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new PapergraphError("TIMEOUT", "The client hung up."));
  });
  return controller.signal;
};
