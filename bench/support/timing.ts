import type { Store } from "../../src/store/store.js";

/** Milliseconds of one run: inside the store, as its caller waits for it, and of the whole answer. */
export interface Taken {
  readonly store: number;
  readonly all: number;
}

/** A store that adds up how long its caller waits for it; reads at the same time count once. */
export function timed(store: Store): { readonly store: Store; taken(): number } {
  let waiting = 0;
  let since = 0;
  let sum = 0;
  const wait = async <T>(work: Promise<T>): Promise<T> => {
    if (waiting++ === 0) since = performance.now();
    try {
      return await work;
    } finally {
      if (--waiting === 0) sum += performance.now() - since;
    }
  };
  const wrapper: Store = {
    engine: store.engine,
    get writes() {
      return store.writes;
    },
    read: (...args) => wait(store.read(...args)) as never,
    write: (writes) => store.write(writes),
    searchText: (...args) => wait(store.searchText(...args)),
    info: () => store.info(),
    migrate: () => store.migrate(),
    close: () => store.close(),
  };
  return {
    store: wrapper,
    taken: () => {
      const taken = sum;
      sum = 0;
      return taken;
    },
  };
}

/** The value below which this share of them lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
