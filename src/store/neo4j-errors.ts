import { Neo4jError } from "neo4j-driver";
import { type ErrorCode, PapergraphError } from "../errors.js";
import { timedOut } from "./stopped.js";

/** True when the same statement can succeed a moment later: a broken connection, a leader that changed, a deadlock. */
export const isPassing = (error: unknown): boolean => error instanceof Neo4jError && error.retryable;

/** True when the user is known but may not do what was asked. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Neo4jError && error.code === "Neo.ClientError.Security.Forbidden";

/** What went wrong at Neo4j, in the catalogue's words. The address is shown without user and password. */
export function neo4jError(error: unknown, statement: string, uri: string): PapergraphError {
  if (error instanceof PapergraphError) return error;
  const code = error instanceof Neo4jError ? error.code : "";
  const made = (to: ErrorCode, message: string) => new PapergraphError(to, message, { statement }, { cause: error });
  const server = address(uri);
  if (code === "ServiceUnavailable" || code === "SessionExpired") {
    return made(
      "STORE_UNAVAILABLE",
      `Neo4j at ${server} does not answer. Check that it runs and that NEO4J_URI names it.`,
    );
  }
  if (isForbidden(error)) {
    return made("STORE_UNAVAILABLE", `The user in NEO4J_USERNAME may not do this at ${server}. Use one who may write.`);
  }
  if (/Schema\.Constraint(Validation|Creation)Failed/.test(code) && statement.startsWith("schema.")) {
    return made("BAD_SETTING", `Neo4j at ${server} holds data that is not papergraph's. Name an empty database.`);
  }
  if (code.startsWith("Neo.ClientError.Security.")) {
    return made("STORE_UNAVAILABLE", `Neo4j at ${server} refused the login. Set NEO4J_USERNAME and NEO4J_PASSWORD.`);
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return made("STORE_UNAVAILABLE", `Neo4j at ${server} has no database of the name in NEO4J_DATABASE.`);
  }
  if (/TransactionTimedOut|Transaction\.Terminated|TransactionMarkedAsFailed/.test(code))
    return timedOut(statement, error);
  if (code.endsWith("Statement.AccessMode")) {
    return made("INTERNAL", `The statement ${statement} is read but changes the graph; nothing was kept.`);
  }
  if (/OutOfDisk/.test(code) || /No space left|Out of disk/i.test(String(error))) {
    const message = `The disk of Neo4j at ${server} is full. What was being written was rolled back; make room there.`;
    return made("STORE_FULL", message);
  }
  if (/OutOfMemory|MemoryLimit/.test(code)) {
    return made("STORE_UNAVAILABLE", `Neo4j at ${server} ran out of memory.`);
  }
  if (isPassing(error) || code.startsWith("Neo.TransientError.")) {
    return made("STORE_UNAVAILABLE", `Neo4j at ${server} is busy or restarting. Try again in a moment.`);
  }
  return made("INTERNAL", `The statement ${statement} failed at Neo4j.`);
}

function address(uri: string): string {
  try {
    const { protocol, host } = new URL(uri);
    return `${protocol}//${host}`;
  } catch {
    return "NEO4J_URI";
  }
}
