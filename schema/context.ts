import type { Curator } from "../src/curation/curator.js";
import { PapergraphError } from "../src/errors.js";
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
  /** Takes curators' decisions; throws ADMIN_ONLY where the request may not change the graph. */
  curator(): Curator;
  /** The rows of a statement; its work in the store ends with the request. */
  read<T>(query: Query): Promise<T[]>;
}

export interface ContextOptions {
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
  /** Throws for whom it may not be. Without it, nobody. */
  readonly curator?: () => Curator;
}

/** The context of one request; never share one between requests, since what it has fetched stays in it. */
export function createContext(store: Store, options: ContextOptions = {}): Context {
  const { signal, limits = LIMITS, curator = refuse } = options;
  return {
    store,
    signal,
    limits,
    batches: new Batches(),
    curator,
    read: (query) => store.read(query.statement, query.params, signal ? { signal } : {}),
  };
}

const refuse = (): never => {
  throw new PapergraphError("ADMIN_ONLY", "Mutations are for servers with an admin token. Use `papergraph curate`.");
};

/** The statement of a file with its parameters. */
export const query = (name: string, params: Params = {}): Query => ({ statement: statement(name), params });
