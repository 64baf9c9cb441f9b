import DataLoader from "dataloader";

/** Ids that go into one statement at most. */
const MAX_BATCH = 200;

export interface Keyed {
  readonly id: string;
  /** Tells it from another key of the same id that asks for more or for something else. */
  readonly asks?: string;
}

type Fetch<K extends Keyed, T> = (keys: readonly K[]) => Promise<ReadonlyMap<string, T>>;

/** The loaders of one request: whatever is asked for in one tick under one name and arguments is fetched together. */
export class Batches {
  readonly #loaders = new Map<string, DataLoader<Keyed, unknown, string>>();

  /** What `fetch` finds for the id, undefined when it finds nothing. Fetched once per request. */
  load<K extends Keyed, T>(name: string, args: unknown, key: K, fetch: Fetch<K, T>): Promise<T | undefined> {
    const loaderKey = `${name} ${JSON.stringify(args)}`;
    let loader = this.#loaders.get(loaderKey) as DataLoader<K, T | undefined, string> | undefined;
    if (!loader) {
      loader = new DataLoader(
        async (keys: readonly K[]) => {
          const found = await fetch(keys);
          return keys.map(({ id }) => found.get(id));
        },
        { maxBatchSize: MAX_BATCH, cacheKeyFn: ({ id, asks }) => (asks === undefined ? id : `${id} ${asks}`) },
      );
      this.#loaders.set(loaderKey, loader as unknown as DataLoader<Keyed, unknown, string>);
    }
    return loader.load(key);
  }
}

/** Rows by owner, in their order. */
export function groupBy<Row>(rows: readonly Row[], ownerOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const group = groups.get(owner);
    if (group) group.push(row);
    else groups.set(owner, [row]);
  }
  return groups;
}

export const idsOf = (keys: readonly Keyed[]): string[] => keys.map(({ id }) => id);
