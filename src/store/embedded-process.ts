/**
 * The process of the embedded engine. It owns the database file and answers one parent over IPC. A process of its own
 * because a query of the engine cannot be cancelled: ending the process is the only way, and is safe at any moment.
 */
import grafeo, { type GrafeoDB, type GrafeoError } from "@grafeo-db/js";
import type { Answer, Failure, Job, Numbered, Reply, Request } from "./engine-protocol.js";
import type { Row } from "./store.js";

let db: GrafeoDB | undefined;

async function answer(request: Request): Promise<Answer> {
  if (request.kind === "open") return open(request.file);
  if (!db) throw new Error("the database is not open");
  switch (request.kind) {
    case "read":
      return read(db, request.job);
    case "write":
      return write(db, request.jobs);
    case "define":
      for (const text of request.texts) await db.executeCypher(text);
      return null;
    case "close":
      db.close();
      db = undefined;
      return null;
  }
}

function open(file: string): string {
  db = grafeo.GrafeoDB.create(file);
  // Off by default: the log would grow until the database is closed.
  db.setCheckpointTriggers({ walBytes: 32 << 20, intervalMs: 60_000 });
  return db.version();
}

/** A transaction that is always rolled back: it costs the same as none, and a write cannot stay. */
async function read(db: GrafeoDB, job: Job): Promise<Row[]> {
  const transaction = db.beginTransaction();
  try {
    const result = await transaction.executeCypher(job.text, job.params);
    if (Object.values(result.counters).some((count) => count > 0)) {
      throw Object.assign(new Error("a reading statement changed the graph"), { gqlStatus: "wrote" });
    }
    return result.toArray();
  } finally {
    transaction.rollback();
  }
}

/** The parent sends one write at a time, so no two transactions conflict. */
async function write(db: GrafeoDB, jobs: readonly Job[]): Promise<Row[][]> {
  const transaction = db.beginTransaction();
  try {
    const rows: Row[][] = [];
    for (const job of jobs) rows.push((await transaction.executeCypher(job.text, job.params)).toArray());
    transaction.commit();
    return rows;
  } catch (error) {
    try {
      transaction.rollback();
    } catch {
      // A failed commit has ended the transaction; what made it fail is what the caller needs.
    }
    throw error;
  }
}

const failure = (error: unknown): Failure => ({
  message: error instanceof Error ? error.message : String(error),
  status: (error as GrafeoError).gqlStatus ?? "",
});

const reply = (reply: Reply): void => {
  // Where the parent is gone meanwhile, nobody is left to be told.
  process.send?.(reply, undefined, undefined, () => {});
};

process.on("message", ({ id, request }: Numbered) => {
  answer(request).then(
    (answer) => reply({ id, answer }),
    (error) => reply({ id, failure: failure(error) }),
  );
});
// The parent is gone, however it ended: nothing is left to answer.
process.on("disconnect", () => process.exit(0));
// Ctrl+C reaches the whole foreground group; the parent decides when the store closes.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
