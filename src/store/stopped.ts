import { setMaxListeners } from "node:events";
import { PapergraphError } from "../errors.js";

/** What a caller gets whose signal aborted, or whose statement ran too long; the engine is free again, or soon is. */
export function timedOut(statement: string, cause: unknown): PapergraphError {
  const message = `The statement ${statement} was stopped: its time ran out or its caller went away.`;
  return new PapergraphError("TIMEOUT", message, { statement }, { cause });
}

/** What a caller gets who uses a store after its close. */
export const closedStore = (): PapergraphError => new PapergraphError("STORE_UNAVAILABLE", "The store is closed.");

/** The work's result, or TIMEOUT as soon as the signal aborts; `stop` is called then, to end the work itself. */
export async function untilAborted<T>(
  work: Promise<T>,
  statement: string,
  signal: AbortSignal | undefined,
  stop: () => void,
): Promise<T> {
  if (!signal) return work;
  // One request has one signal and many reads: more listeners than ten are no leak.
  setMaxListeners(0, signal);
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      stop();
      reject(timedOut(statement, signal.reason));
    };
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (abort) signal.removeEventListener("abort", abort);
  }
}
