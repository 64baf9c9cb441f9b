import { PapergraphError } from "../../src/errors.js";

/** Whether the store is why it ended: then nothing more can be written to it now. */
export const isOfStore = (error: unknown): error is PapergraphError =>
  error instanceof PapergraphError && (error.blame === "store" || error.code === "TIMEOUT");

/** Runs a command that writes batch by batch; where the store ends it, the failure says how to go on. */
export async function resumable<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!isOfStore(error)) throw error;
    const message = `${error.message} What was written stays: run the same command again, and it goes on from there.`;
    throw new PapergraphError(error.code, message, error.details, { cause: error });
  }
}
