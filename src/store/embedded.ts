import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PapergraphError } from "../errors.js";
import {
  closedStore,
  embeddedError,
  isLocked,
  lockedStore,
  timedOut,
  unopenedStore,
  unsureWrite,
} from "./embedded-errors.js";
import { EngineGone, EngineProcess } from "./engine-process.js";
import type { Answer, Job, Request } from "./engine-protocol.js";
import { mayBeAlive, readOwner, removeOwner, writeOwner } from "./owner-file.js";
import { checkParams } from "./params.js";
import { textSearch } from "./search-text.js";
import { schemaStatements, statement } from "./statements.js";
import type { Params, ReadOptions, Row, Statement, Store, StoreInfo, TextHit, TextIndex, Write } from "./store.js";
import { WriteQueue } from "./write-queue.js";

/** The engine gives up on a statement after 30 s by itself, where it can; past this it hangs. */
const STATEMENT_MS = 45_000;
/** How long an abandoned read may still run before its process is replaced: most end by themselves much sooner. */
const GRACE_MS = 1_000;
/** The last commits before a pause reach the disk only with a later commit, so one follows when writes pause. */
const SYNC_MS = 150;
/** A process whose parent was killed lets go of the files within this time. */
const LEFTOVER_MS = 5_000;

const SYNC = statement("meta/sync.embedded");

const jobOf = (statement: Statement, params: Params): Job => ({ text: statement.text, params });

/** The store on Grafeo, in a folder on disk, with no server. */
export class EmbeddedStore implements Store {
  readonly engine = "embedded";
  readonly #folder: string;
  readonly #writes = new WriteQueue();
  readonly #reads = new Set<Promise<unknown>>();
  #current: Promise<EngineProcess> | undefined;
  #version = "";
  #sync: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the folder, making it when it does not exist; throws STORE_LOCKED or STORE_CORRUPT. */
  static async open(folder: string): Promise<EmbeddedStore> {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (cause) {
      throw new PapergraphError(
        "BAD_SETTING",
        `PAPERGRAPH_DATA: the folder ${folder} cannot be made.`,
        { folder },
        { cause },
      );
    }
    const store = new EmbeddedStore(folder);
    await store.#process();
    return store;
  }

  async read<T = Row>(statement: Statement, params: Params = {}, options: ReadOptions = {}): Promise<T[]> {
    checkParams(statement, params);
    const reading = this.#read(statement.name, { kind: "read", job: jobOf(statement, params) }, options.signal);
    this.#reads.add(reading);
    try {
      return (await reading) as T[];
    } finally {
      this.#reads.delete(reading);
    }
  }

  async write(writes: readonly Write[]): Promise<Row[][]> {
    for (const { statement, params } of writes) checkParams(statement, params);
    const jobs = writes.map(({ statement, params }) => jobOf(statement, params));
    const name = writes.map(({ statement }) => statement.name).join(", ");
    const rows = await this.#write(name, { kind: "write", jobs }, jobs.length * STATEMENT_MS);
    clearTimeout(this.#sync);
    this.#sync = setTimeout(() => void this.#flush().catch(() => {}), SYNC_MS).unref();
    return rows as Row[][];
  }

  async searchText(index: TextIndex, query: string, limit: number, options?: ReadOptions): Promise<TextHit[]> {
    const search = textSearch("embedded", index, query, limit);
    return search ? this.read<TextHit>(search.statement, search.params, options) : [];
  }

  async info(): Promise<StoreInfo> {
    await this.#process();
    return { engine: "embedded", version: this.#version };
  }

  async migrate(): Promise<void> {
    const texts = schemaStatements("embedded").map(({ text }) => text);
    await this.#write("schema.embedded", { kind: "define", texts }, STATEMENT_MS);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#sync);
    await Promise.race([Promise.allSettled(this.#reads), delay(GRACE_MS, undefined, { ref: false })]);
    await this.#writes.idle();
    const engine = await this.#current?.catch(() => undefined);
    if (!engine) return;
    await Promise.race([
      engine.request({ kind: "close" }).catch(() => {}),
      delay(STATEMENT_MS, undefined, { ref: false }),
    ]);
    await engine.kill();
    removeOwner(this.#folder);
  }

  /** The running engine; starts one when there is none. */
  #process(): Promise<EngineProcess> {
    if (this.#closed) return Promise.reject(closedStore());
    this.#current ??= this.#start();
    return this.#current;
  }

  async #start(): Promise<EngineProcess> {
    const deadline = Date.now() + LEFTOVER_MS;
    for (;;) {
      const engine = new EngineProcess();
      try {
        this.#version = (await engine.request({ kind: "open", file: join(this.#folder, "graph.grafeo") })) as string;
        void engine.exited.then(() => {
          this.#current = undefined;
        });
        writeOwner(this.#folder);
        return engine;
      } catch (error) {
        await engine.kill();
        const owner = readOwner(this.#folder);
        const leftover = isLocked(error) && !mayBeAlive(owner) && Date.now() < deadline;
        if (leftover) {
          await delay(50);
          continue;
        }
        this.#current = undefined;
        throw isLocked(error) ? lockedStore(this.#folder, owner, error) : unopenedStore(this.#folder, error);
      }
    }
  }

  /** Runs a read; once more when the engine stopped under it, as often as needed when the store itself ended it. */
  async #read(name: string, request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    for (let crashes = 0; ; ) {
      if (signal?.aborted) throw timedOut(name, signal.reason);
      const engine = await this.#process();
      try {
        return await this.#watch(engine, name, request, signal);
      } catch (error) {
        if (error instanceof EngineGone && this.#closed) throw closedStore();
        if (!(error instanceof EngineGone) || (!error.planned && ++crashes > 1)) throw embeddedError(error, name);
      }
    }
  }

  /** The answer, or TIMEOUT as soon as the signal aborts or the time is up; then the engine is freed. */
  #watch(engine: EngineProcess, name: string, request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const answer = engine.request(request);
      const abandon = () => {
        done();
        reject(timedOut(name, signal?.reason));
        void this.#free(engine, answer);
      };
      const timer = setTimeout(abandon, STATEMENT_MS);
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abandon);
      };
      signal?.addEventListener("abort", abandon);
      answer.then(resolve, reject).finally(done);
    });
  }

  /** Ends an engine whose abandoned read does not end by itself, but never in the middle of a write. */
  async #free(engine: EngineProcess, answer: Promise<Answer>): Promise<void> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    await Promise.race([answer.then(end, end), delay(GRACE_MS, undefined, { ref: false })]);
    if (ended) return;
    await this.#writes.run(async () => {
      if (!ended) await engine.kill();
    });
    await this.#process().catch(() => {});
  }

  #write(name: string, request: Request, limit: number): Promise<Answer> {
    if (this.#closed) return Promise.reject(closedStore());
    return this.#writes.run(async () => {
      const engine = await this.#process();
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        void engine.kill();
      }, limit);
      try {
        return await engine.request(request);
      } catch (error) {
        if (late) throw timedOut(name, error);
        throw error instanceof EngineGone ? unsureWrite(name, error) : embeddedError(error, name);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  #flush(): Promise<Answer> {
    const job = jobOf(SYNC, { at: new Date().toISOString() });
    return this.#write(SYNC.name, { kind: "write", jobs: [job] }, STATEMENT_MS);
  }
}
