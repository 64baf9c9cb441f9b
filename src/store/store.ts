/** A value that both engines take as a parameter and give back alike. No NaN, no Date, no undefined. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Params = Readonly<Record<string, Value>>;
export type Row = Record<string, unknown>;

/** A Cypher statement. Made by statements.ts from a file of cypher/, or by the filter module from fixed fragments. */
export interface Statement {
  /** `paper/get-by-ids`: the file below cypher/, for logs and metrics. */
  readonly name: string;
  readonly text: string;
}

export interface Write {
  readonly statement: Statement;
  readonly params: Params;
}

export interface ReadOptions {
  /** Aborting frees the engine: Neo4j's transaction is ended; the embedded engine's process is replaced when it does not answer. */
  readonly signal?: AbortSignal;
}

export type TextIndex = "papers" | "entities";

export interface StoreInfo {
  readonly engine: "embedded" | "neo4j";
  /** Version of the engine, as it says itself. */
  readonly version: string;
}

/**
 * The port to a graph store. Two engines answer alike, order included (docs: CYPHER subset in cypher/README.md).
 * Every failure is a PapergraphError (STORE_UNAVAILABLE, STORE_LOCKED, TIMEOUT, INTERNAL ...); the engine's own text is
 * kept as `cause` and never shown.
 */
export interface Store {
  readonly engine: "embedded" | "neo4j";
  /**
   * How many writes this store has begun and ended: what was read at one number is so as long as it stays. Undefined where
   * other programs may write to the graph too.
   */
  readonly writes: number | undefined;
  /** Runs a reading statement; rows are plain maps of scalars, lists and maps. Throws INTERNAL if it wrote anything. */
  read<T = Row>(statement: Statement, params?: Params, options?: ReadOptions): Promise<T[]>;
  /** Runs the statements in one transaction, all or none; answers the rows of each. */
  write(writes: readonly Write[]): Promise<Row[][]>;
  /**
   * Papers (title and abstract) or entities (name and aliases) whose text holds every word of `query`, best first.
   * Both engines match alike; the order is each engine's own ranking. `query` is plain text, never a query language.
   */
  searchText(index: TextIndex, query: string, limit: number, options?: ReadOptions): Promise<TextHit[]>;
  info(): Promise<StoreInfo>;
  /** Constraints and indexes; safe to repeat. Called by open-store.ts. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

export interface TextHit {
  readonly id: string;
  readonly score: number;
}
