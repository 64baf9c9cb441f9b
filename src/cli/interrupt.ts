import { say } from "./output.js";

/** What a shell reports of a program ended by SIGINT. */
const INTERRUPTED = 130;

/**
 * A signal that aborts on the first SIGINT or SIGTERM, so that a verb can end in good order; `promise` says what it will
 * still do. A second one ends the process at once.
 */
export const onInterrupt = (promise: string): AbortSignal => {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    say(promise);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
};

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
