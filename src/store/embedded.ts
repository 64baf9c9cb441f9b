import { setTimeout as delay } from "node:timers/promises";
import { newVersion } from "./data-version.js";
import { embeddedError, unsureWrite } from "./embedded-errors.js";
import { EngineGone, type EngineProcess } from "./engine-process.js";
import type { Answer, Job, Request } from "./engine-protocol.js";
import { removeOwner } from "./owner-file.js";
import { checkParams } from "./params.js";
import { textSearch } from "./search-text.js";
import { makeFolder, type RunningEngine, startEngine } from "./start-engine.js";
import { schemaStatements, statement } from "./statements.js";
import { closedStore, timedOut, untilAborted } from "./stopped.js";
import type { Params, ReadOptions, Row, Statement, Store, StoreInfo, TextHit, TextIndex, Write } from "./store.js";
import { WriteQueue } from "./write-queue.js";

/** The engine gives up on a statement after 30 s by itself, where it can; past this it hangs. */
const STATEMENT_MS = 45_000;
/** How long an abandoned read may still run before its process is replaced: most end by themselves much sooner. */
const GRACE_MS = 2_000;
/** The last commits before a pause reach the disk only with a later commit, so one follows when writes pause. */
const SYNC_MS = 150;

const pause = (ms: number): Promise<void> => delay(ms, undefined, { ref: false });

const SYNC = statement("meta/sync.embedded");

const jobOf = (statement: Statement, params: Params): Job => ({ text: statement.text, params });

/** The store on Grafeo, in a folder on disk, with no server. */
export class EmbeddedStore implements Store {
  readonly engine = "embedded";
  /** One process owns the folder, so all writes are its own. */
  writes = 0;
  readonly #folder: string;
  readonly #writes = new WriteQueue();
  readonly #reads = new Set<Promise<unknown>>();
  #current: Promise<RunningEngine> | undefined;
  #sync: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the folder, making it when it does not exist; throws STORE_LOCKED or STORE_CORRUPT. */
  static async open(folder: string): Promise<EmbeddedStore> {
    makeFolder(folder);
    const store = new EmbeddedStore(folder);
    await store.#process();
    return store;
  }

  async read<T = Row>(statement: Statement, params: Params = {}, options: ReadOptions = {}): Promise<T[]> {
    this.#checkOpen();
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
    this.#checkOpen();
    for (const { statement, params } of writes) checkParams(statement, params);
    const jobs = [...writes, newVersion()].map(({ statement, params }) => jobOf(statement, params));
    const name = writes.map(({ statement }) => statement.name).join(", ");
    this.writes += 1;
    try {
      const rows = await this.#write(name, { kind: "write", jobs }, jobs.length * STATEMENT_MS);
      this.#syncSoon();
      return (rows as Row[][]).slice(0, -1);
    } finally {
      this.writes += 1;
    }
  }

  async searchText(index: TextIndex, query: string, limit: number, options?: ReadOptions): Promise<TextHit[]> {
    const search = textSearch("embedded", index, query, limit);
    return search ? this.read<TextHit>(search.statement, search.params, options) : [];
  }

  async info(): Promise<StoreInfo> {
    this.#checkOpen();
    const { version } = await this.#process();
    return { engine: "embedded", version };
  }

  async migrate(): Promise<void> {
    this.#checkOpen();
    const texts = schemaStatements("embedded").map(({ text }) => text);
    await this.#write("schema.embedded", { kind: "define", texts }, STATEMENT_MS);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#sync);
    await Promise.race([Promise.allSettled(this.#reads), pause(GRACE_MS)]);
    await this.#writes.idle();
    const running = await this.#current?.catch(() => undefined);
    if (running) {
      await Promise.race([running.engine.request({ kind: "close" }).catch(() => {}), pause(STATEMENT_MS)]);
      await running.engine.kill();
    }
    removeOwner(this.#folder);
  }

  #checkOpen(): void {
    if (this.#closed) throw closedStore();
  }

  /** The running engine; starts one when there is none. */
  #process(): Promise<RunningEngine> {
    if (this.#current) return this.#current;
    const starting = startEngine(this.#folder);
    const over = () => {
      if (this.#current === starting) this.#current = undefined;
    };
    starting.then(({ engine }) => engine.exited).then(over, over);
    this.#current = starting;
    return starting;
  }

  /** Runs a read; once more when the engine stopped under it, as often as needed when the store itself ended it. */
  async #read(name: string, request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    for (let crashes = 0; ; ) {
      const { engine } = await this.#process();
      try {
        return await this.#watch(engine, name, request, signal);
      } catch (error) {
        if (!(error instanceof EngineGone)) throw embeddedError(error, name);
        if (this.#closed) throw closedStore();
        if (!error.planned && ++crashes > 1) throw embeddedError(error, name);
      }
    }
  }

  /** The answer, or TIMEOUT as soon as the signal aborts or the time is up; then the engine is freed. */
  async #watch(
    engine: EngineProcess,
    name: string,
    request: Request,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    if (signal?.aborted) throw timedOut(name, signal.reason);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), STATEMENT_MS);
    const answer = engine.request(request);
    const stop = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
    try {
      return await untilAborted(answer, name, stop, () => void this.#free(engine, answer));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends an engine whose abandoned read does not end by itself, but never in the middle of a write. */
  async #free(engine: EngineProcess, answer: Promise<Answer>): Promise<void> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    await Promise.race([answer.then(end, end), pause(GRACE_MS)]);
    if (ended) return;
    await this.#writes.run(async () => {
      if (!ended) await engine.kill();
    });
    // Started at once, so that the next request does not wait for it.
    if (!this.#closed) await this.#process().catch(() => {});
  }

  #write(name: string, request: Request, limit: number): Promise<Answer> {
    return this.#writes.run(async () => {
      const { engine } = await this.#process();
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

  #syncSoon(): void {
    clearTimeout(this.#sync);
    if (this.#closed) return;
    const jobs = [jobOf(SYNC, { at: new Date().toISOString() })];
    this.#sync = setTimeout(() => {
      // When it fails, the next write says why.
      this.#write(SYNC.name, { kind: "write", jobs }, STATEMENT_MS).catch(() => {});
    }, SYNC_MS).unref();
  }
}
