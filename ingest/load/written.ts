/** Entries kept of each kind; beyond it all are forgotten, which costs time and nothing else. */
const LIMIT = 300_000;

/**
 * The entities and names that a run has written since the last settling pass. They need no write again, as long as nobody
 * else settles or deletes them meanwhile: only a store with one owner may be trusted so.
 */
export class Written {
  #entities = new Set<string>();
  #names = new Set<string>();

  hasEntity(id: string): boolean {
    return this.#entities.has(id);
  }

  hasName({ key, id }: { readonly key: string; readonly id: string }): boolean {
    return this.#names.has(`${key} ${id}`);
  }

  /** To be called when the transaction is done. */
  add(
    entities: readonly { readonly id: string }[],
    names: readonly { readonly key: string; readonly id: string }[],
  ): void {
    if (this.#entities.size > LIMIT) this.#entities = new Set();
    if (this.#names.size > LIMIT) this.#names = new Set();
    for (const { id } of entities) this.#entities.add(id);
    for (const { key, id } of names) this.#names.add(`${key} ${id}`);
  }
}
