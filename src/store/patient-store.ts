import { setTimeout as delay } from "node:timers/promises";
import { PapergraphError } from "../errors.js";
import { EngineGone } from "./engine-process.js";
import { isPassing } from "./neo4j-errors.js";
import type { Params, ReadOptions, Row, Statement, Store, StoreInfo, TextHit, TextIndex, Write } from "./store.js";

export interface Patience {
  /** How long a request may wait for a store that went away, from its first failure. */
  readonly waitMs: number;
  /** Ends the waiting; the failure is thrown then. */
  readonly signal?: AbortSignal | undefined;
  /** Told once when the waiting begins, with the failure, and once when the store answers again, without. */
  readonly onWaiting?: ((failure?: PapergraphError) => void) | undefined;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
/** An engine of our own that ends at every try will not get better by waiting. */
const ENGINE_TRIES = 3;

/** Whether the same request may succeed later: the server restarts or is out of reach, or the engine's process died. */
const isGone = (error: unknown): error is PapergraphError =>
  error instanceof PapergraphError &&
  error.code === "STORE_UNAVAILABLE" &&
  (isPassing(error.cause) || error.cause instanceof EngineGone);

/**
 * A store whose requests outlast its absence: each is run again, with growing pauses, until it succeeds or the patience
 * ends. It may be that a write was done and only its answer was lost, so writes must be safe to run twice.
 */
export class PatientStore implements Store {
  readonly engine: Store["engine"];
  readonly #store: Store;
  readonly #patience: Patience;
  #isWaiting = false;

  constructor(store: Store, patience: Patience) {
    this.engine = store.engine;
    this.#store = store;
    this.#patience = patience;
  }

  get writes(): number | undefined {
    return this.#store.writes;
  }

  read<T = Row>(statement: Statement, params?: Params, options?: ReadOptions): Promise<T[]> {
    return this.#patiently(() => this.#store.read<T>(statement, params, options));
  }

  write(writes: readonly Write[]): Promise<Row[][]> {
    return this.#patiently(() => this.#store.write(writes));
  }

  searchText(index: TextIndex, query: string, limit: number, options?: ReadOptions): Promise<TextHit[]> {
    return this.#patiently(() => this.#store.searchText(index, query, limit, options));
  }

  info(): Promise<StoreInfo> {
    return this.#store.info();
  }

  migrate(): Promise<void> {
    return this.#store.migrate();
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #patiently<T>(request: () => Promise<T>): Promise<T> {
    let failedAt: number | undefined;
    for (let tries = 1; ; tries++) {
      try {
        const answer = await request();
        if (failedAt !== undefined) this.#tell();
        return answer;
      } catch (error) {
        const now = performance.now();
        failedAt ??= now;
        const isOver = now - failedAt >= this.#patience.waitMs || this.#patience.signal?.aborted;
        if (!isGone(error) || isOver || (error.cause instanceof EngineGone && tries === ENGINE_TRIES)) throw error;
        this.#tell(error);
        await this.#pause(Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS));
      }
    }
  }

  /** Several requests may wait at once: the first that fails and the first that succeeds are told. */
  #tell(failure?: PapergraphError): void {
    const isWaiting = failure !== undefined;
    if (this.#isWaiting === isWaiting) return;
    this.#isWaiting = isWaiting;
    this.#patience.onWaiting?.(failure);
  }

  /** Ends early when the signal aborts; the next failure is the last one then. */
  async #pause(ms: number): Promise<void> {
    const { signal } = this.#patience;
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => {});
  }
}
