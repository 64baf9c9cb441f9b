import { setMaxListeners } from "node:events";
import { PapergraphError } from "../errors.js";

/** What a caller gets whose signal aborted, or whose statement ran too long; the engine is free again, or soon is. */
export function timedOut(statement: string, cause: unknown): PapergraphError {
  const message = `The statement ${statement} was stopped: its time ran out or its caller went away.`;
  return new PapergraphError("TIMEOUT", message, { statement }, { cause });
}

/** What a caller gets who uses a store after its close. */
export const closedStore = (): PapergraphError => new PapergraphError("STORE_UNAVAILABLE", "The store is closed.");

/**
 * The work's result, or TIMEOUT as soon as the signal aborts or so many milliseconds are over; `stop` is called then, to
 * end the work itself. One timer and one listener: signals made of signals cost a read of one node a tenth of its time.
 */
export function untilAborted<T>(
  work: Promise<T>,
  statement: string,
  signal: AbortSignal | undefined,
  stop: () => void,
  milliseconds?: number,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => {
      settle();
      stop();
      reject(timedOut(statement, signal?.aborted ? signal.reason : undefined));
    };
    const timer = milliseconds === undefined ? undefined : setTimeout(abort, milliseconds);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    // One request has one signal and many reads: more listeners than ten are no leak.
    if (signal) setMaxListeners(0, signal);
    signal?.addEventListener("abort", abort);
    work.then(
      (result) => {
        settle();
        resolve(result);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
    if (signal?.aborted) abort();
  });
}
