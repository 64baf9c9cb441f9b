import { LIMITS, type Limits } from "../src/limits.js";
import type { Query } from "../src/store/filter/paper-queries.js";
import { statement } from "../src/store/statements.js";
import type { Params, Store } from "../src/store/store.js";
import { Batches } from "./load/batches.js";

/** What resolvers share within one request. */
export interface Context {
  readonly store: Store;
  readonly signal: AbortSignal | undefined;
  /** The limits in force, for `meta` to show. */
  readonly limits: Limits;
  readonly batches: Batches;
  /** The rows of a statement; its work in the store ends with the request. */
  read<T>(query: Query): Promise<T[]>;
}

export interface ContextOptions {
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
}

/** The context of one request; never share one between requests, since what it has fetched stays in it. */
export function createContext(store: Store, options: ContextOptions = {}): Context {
  const { signal, limits = LIMITS } = options;
  return {
    store,
    signal,
    limits,
    batches: new Batches(),
    read: (query) => store.read(query.statement, query.params, signal ? { signal } : {}),
  };
}

/** The statement of a file with its parameters. */
export const query = (name: string, params: Params = {}): Query => ({ statement: statement(name), params });
