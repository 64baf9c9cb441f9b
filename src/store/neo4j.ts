import { setTimeout as delay } from "node:timers/promises";
import neo4j, { type Driver, type Session } from "neo4j-driver";
import { PapergraphError } from "../errors.js";
import { newVersion } from "./data-version.js";
import { isForbidden, isPassing, neo4jError } from "./neo4j-errors.js";
import { neo4jParams } from "./neo4j-values.js";
import { checkParams } from "./params.js";
import { textSearch } from "./search-text.js";
import { schemaStatements } from "./statements.js";
import { closedStore, timedOut, untilAborted } from "./stopped.js";
import type { Params, ReadOptions, Row, Statement, Store, StoreInfo, TextHit, TextIndex, Write } from "./store.js";

export interface Neo4jSettings {
  readonly uri: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** A read that takes longer is ended by the server, also when this process is gone. */
const READ_MS = 45_000;
const WRITE_MS = 120_000;
/** A server that says nothing for so much longer will not end the transaction itself: it is paused, or out of reach. */
const SILENT_MS = 15_000;
/** Waits before a read is run again after a passing failure: a broken connection, a leader that changed. */
const RETRY_MS = [100, 500];

/** The store on a Neo4j server or cluster. */
export class Neo4jStore implements Store {
  readonly engine = "neo4j";
  readonly writes = undefined;
  readonly #driver: Driver;
  readonly #settings: Neo4jSettings;
  #closed = false;

  private constructor(settings: Neo4jSettings) {
    this.#settings = settings;
    const { uri, username, password } = settings;
    const auth = username || password ? neo4j.auth.basic(username ?? "neo4j", password ?? "") : undefined;
    try {
      this.#driver = neo4j.driver(uri, auth, {
        disableLosslessIntegers: true,
        telemetryDisabled: true,
        maxConnectionPoolSize: 50,
        connectionAcquisitionTimeout: 10_000,
        connectionTimeout: 5_000,
        maxTransactionRetryTime: 15_000,
        userAgent: "papergraph",
      });
    } catch (cause) {
      const message = "NEO4J_URI is not an address of a Neo4j server: use bolt://host:7687 or neo4j://host:7687.";
      throw new PapergraphError("BAD_SETTING", message, {}, { cause });
    }
  }

  /** Connects, or throws STORE_UNAVAILABLE saying what to set. */
  static async open(settings: Neo4jSettings): Promise<Neo4jStore> {
    const store = new Neo4jStore(settings);
    try {
      await store.info();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /**
   * An auto-commit transaction in READ mode: half the time of a managed one, and the server refuses a write in it. What
   * the managed one would bring, running again after a passing failure, is done here.
   */
  async read<T = Row>(statement: Statement, params: Params = {}, { signal }: ReadOptions = {}): Promise<T[]> {
    checkParams(statement, params);
    const sent = neo4jParams(params);
    for (let tried = 0; ; tried++) {
      if (signal?.aborted) throw timedOut(statement.name, signal.reason);
      try {
        return await this.#readOnce<T>(statement, sent, signal);
      } catch (error) {
        const wait = RETRY_MS[tried];
        if (this.#closed) throw closedStore();
        if (wait === undefined || !isPassing(error)) throw neo4jError(error, statement.name, this.#settings.uri);
        await delay(wait);
      }
    }
  }

  async #readOnce<T>(
    statement: Statement,
    params: Record<string, unknown>,
    signal: AbortSignal | undefined,
  ): Promise<T[]> {
    const session = this.#session("READ");
    // Closing a session resets its connection, which ends the transaction on the server.
    let isStopped = false;
    const close = () => session.close().catch(() => {});
    const stop = () => {
      isStopped = true;
      void close();
    };
    const running = session.run(statement.text, params, { timeout: READ_MS }).then(({ records }) => {
      return records.map((record) => record.toObject() as T);
    });
    try {
      return await untilAborted(running, statement.name, signal, stop, READ_MS + SILENT_MS);
    } finally {
      if (!isStopped) await close();
    }
  }

  async write(writes: readonly Write[]): Promise<Row[][]> {
    for (const { statement, params } of writes) checkParams(statement, params);
    const name = writes.map(({ statement }) => statement.name).join(", ");
    const session = this.#session("WRITE");
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      session.close().catch(() => {});
    };
    try {
      const running = session.executeWrite(
        async (transaction) => {
          // Sent one behind the other without waiting: the server works on one while the next is made ready.
          const results = await Promise.all(
            [...writes, newVersion()].map(({ statement, params }) =>
              transaction.run(statement.text, neo4jParams(params)),
            ),
          );
          return results.slice(0, -1).map(({ records }) => records.map((record) => record.toObject() as Row));
        },
        { timeout: WRITE_MS },
      );
      return await untilAborted(running, name, undefined, stop, WRITE_MS + SILENT_MS);
    } catch (error) {
      throw neo4jError(error, name, this.#settings.uri);
    } finally {
      if (!isStopped) await session.close();
    }
  }

  async searchText(index: TextIndex, query: string, limit: number, options?: ReadOptions): Promise<TextHit[]> {
    const search = textSearch("neo4j", index, query, limit);
    return search ? this.read<TextHit>(search.statement, search.params, options) : [];
  }

  async info(): Promise<StoreInfo> {
    if (this.#closed) throw closedStore();
    try {
      const { agent } = await this.#driver.getServerInfo({ ...this.#database() });
      return { engine: "neo4j", version: agent?.replace(/^Neo4j\//, "") ?? "" };
    } catch (error) {
      throw neo4jError(error, "info", this.#settings.uri);
    }
  }

  async migrate(): Promise<void> {
    const session = this.#session("WRITE");
    try {
      // Managed transactions, for two programs may do this at the same time.
      for (const { text } of schemaStatements("neo4j")) {
        await session.executeWrite((transaction) => transaction.run(text), { timeout: WRITE_MS });
      }
    } catch (error) {
      // A server that only reads may have a user who only reads; then the user who loads has made the schema.
      if (!isForbidden(error)) throw neo4jError(error, "schema.neo4j", this.#settings.uri);
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#driver.close();
  }

  /** One bookmark manager for all sessions, so that a read after a write sees it on every member of a cluster. */
  #session(defaultAccessMode: "READ" | "WRITE"): Session {
    if (this.#closed) throw closedStore();
    const bookmarkManager = this.#driver.executeQueryBookmarkManager;
    return this.#driver.session({ ...this.#database(), defaultAccessMode, bookmarkManager });
  }

  #database(): { database?: string } {
    return this.#settings.database ? { database: this.#settings.database } : {};
  }
}
