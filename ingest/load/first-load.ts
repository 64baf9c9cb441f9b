import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";

const COUNT_PAPERS = statement("meta/count-papers");

/** Keys that are remembered, some 100 bytes each; a run that has more of them asks the store as any other. */
const LIMIT = 600_000;

/** What papers are compared with. */
export type Papers = Pick<Store, "read">;

const NONE: Papers = { read: async () => [] };

/**
 * Knows which papers the store cannot have, where it had none when the run began and nobody else writes: those under
 * whose keys this run has put nothing. They need not be looked for.
 */
export class FirstLoad {
  readonly #store: Store;
  readonly #seen = new Set<string>();
  #wasEmpty: Promise<boolean> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Where to look for papers of these keys: the store, or nowhere. */
  async among(keys: readonly string[]): Promise<Papers> {
    this.#wasEmpty ??= this.#isEmpty();
    const isNowhere = (await this.#wasEmpty) && this.#seen.size < LIMIT && !keys.some((key) => this.#seen.has(key));
    return isNowhere ? NONE : this.#store;
  }

  /** To be called before papers are written under these keys. */
  add(keys: Iterable<string>): void {
    if (this.#seen.size < LIMIT) for (const key of keys) this.#seen.add(key);
  }

  async #isEmpty(): Promise<boolean> {
    if (this.#store.engine !== "embedded") return false;
    const [row] = await this.#store.read<{ papers: number }>(COUNT_PAPERS);
    return row?.papers === 0;
  }
}
