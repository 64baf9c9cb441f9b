import type { PapergraphError } from "../errors.js";

/** What the shell is told. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, someRejected: 3 } as const;

export const exitCodeOf = (error: PapergraphError): number => (error.blame === "usage" ? EXIT.wrongUsage : EXIT.failed);
