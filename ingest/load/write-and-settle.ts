import { PapergraphError } from "../../src/errors.js";
import type { Store } from "../../src/store/store.js";
import type { LookUpName } from "../link/link-paper.js";
import { settle } from "./settle.js";

export interface SettleAfter {
  readonly dryRun?: boolean | undefined;
  /** Called with the number of entities settled so far. */
  readonly onSettled: (settled: number) => void;
}

/**
 * Runs a command that writes batch by batch, then settles what it touched; also when it ended in an error, so that what was
 * written is whole. Where the store ends it, the failure says how to go on.
 */
export async function writeAndSettle(
  store: Store,
  lookUp: LookUpName,
  { dryRun, onSettled }: SettleAfter,
  write: () => Promise<void>,
): Promise<void> {
  try {
    const fault = await write().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!dryRun && !isOfStore(fault)) await settle(store, lookUp, { onProgress: onSettled });
    if (fault !== undefined) throw fault;
  } catch (error) {
    throw isOfStore(error) ? canGoOn(error) : error;
  }
}

/** Whether the store is why it ended: then nothing more can be written to it now. */
const isOfStore = (error: unknown): error is PapergraphError =>
  error instanceof PapergraphError && (error.blame === "store" || error.code === "TIMEOUT");

function canGoOn({ code, message, details, cause }: PapergraphError): PapergraphError {
  const advice = "What was written stays: run the same command again, and it goes on from there.";
  return new PapergraphError(code, `${message} ${advice}`, details, { cause });
}
