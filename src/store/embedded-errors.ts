import { PapergraphError } from "../errors.js";
import { EngineFailure, EngineGone } from "./engine-process.js";
import type { Owner } from "./owner-file.js";
import { timedOut } from "./stopped.js";

/** What went wrong in the embedded engine, in the catalogue's words. */
export function embeddedError(error: unknown, statement: string): PapergraphError {
  if (error instanceof PapergraphError) return error;
  const details = { statement };
  if (error instanceof EngineGone) {
    return new PapergraphError("STORE_UNAVAILABLE", "The embedded engine stopped twice at this request.", details, {
      cause: error,
    });
  }
  const { message, status } = error instanceof EngineFailure ? error.failure : { message: String(error), status: "" };
  if (message.includes("GRAFEO-Q003")) return timedOut(statement, error);
  if (isFull(message)) return fullStore(details, error);
  const what = status === "wrote" ? "is read but changes the graph; nothing was kept" : "failed in the embedded engine";
  return new PapergraphError("INTERNAL", `The statement ${statement} ${what}.`, details, { cause: error });
}

const isFull = (message: string): boolean => message.includes("GRAFEO-T009") || message.includes("No space left");

function fullStore(details: Record<string, string>, cause: unknown): PapergraphError {
  const message = "The disk of the store is full. What was being written was rolled back; make room.";
  return new PapergraphError("STORE_FULL", message, details, { cause });
}

export function unsureWrite(statement: string, cause: unknown): PapergraphError {
  const message =
    "The embedded engine stopped during a write, so it is not known whether the write was saved. " +
    "Making the same write twice is safe.";
  return new PapergraphError("STORE_UNAVAILABLE", message, { statement }, { cause });
}

export const isLocked = (error: unknown): boolean =>
  error instanceof EngineFailure && error.message.includes("cannot be locked");

export function lockedStore(folder: string, owner: Owner | undefined, cause: unknown): PapergraphError {
  const who = owner
    ? `process ${owner.pid} on ${owner.host} (${owner.command}, since ${owner.since})`
    : "another process, which left no name";
  const message =
    `The store in ${folder} is in use by ${who}. The embedded store has one owner at a time: ` +
    "stop that process, ask its server instead, or name another folder in PAPERGRAPH_DATA.";
  return new PapergraphError("STORE_LOCKED", message, owner ? { folder, pid: owner.pid } : { folder }, { cause });
}

export function unopenedStore(folder: string, cause: unknown): PapergraphError {
  if (cause instanceof PapergraphError) return cause;
  if (cause instanceof EngineFailure && isFull(cause.message)) return fullStore({ folder }, cause);
  if (cause instanceof EngineFailure && /Permission denied|Read-only file system/.test(cause.message)) {
    const message = `The store in ${folder} may not be written by this user. Name another folder in PAPERGRAPH_DATA.`;
    return new PapergraphError("STORE_UNAVAILABLE", message, { folder }, { cause });
  }
  if (cause instanceof EngineGone) {
    const message =
      "The embedded engine could not start here. It needs glibc 2.34 or newer, macOS or Windows on x64 " +
      "(not Alpine on x64); else use Neo4j by NEO4J_URI.";
    return new PapergraphError("STORE_UNAVAILABLE", message, { folder }, { cause });
  }
  const message =
    `The store in ${folder} cannot be opened: its files are damaged or were made by another version. ` +
    "Move the folder away and ingest the papers again, or put back a copy of it.";
  return new PapergraphError("STORE_CORRUPT", message, { folder }, { cause });
}
