/** Disjoint sets of strings. */
export class Unions {
  readonly #parent = new Map<string, string>();

  /** Whether the string was joined to another one. */
  has(key: string): boolean {
    return this.#parent.has(key);
  }

  /** The string that stands for the set of this one. */
  find(key: string): string {
    let root = key;
    for (let next = this.#parent.get(root); next !== undefined && next !== root; next = this.#parent.get(root))
      root = next;
    return root;
  }

  /** Makes two sets one, which the second's string stands for. */
  join(from: string, to: string): void {
    const [a, b] = [this.find(from), this.find(to)];
    this.#parent.set(b, b);
    if (a !== b) this.#parent.set(a, b);
  }
}
