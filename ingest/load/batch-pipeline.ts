/**
 * Runs batches in two stages: the first stage of several batches at once, the second one at a time and in order. `add`
 * waits while `ahead` batches are under way, so memory is bounded by the slower stage.
 */
export class BatchPipeline<T> {
  readonly #underWay = new Set<Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  #fault: unknown;

  constructor(
    readonly second: (first: T) => Promise<void>,
    readonly ahead: number,
  ) {}

  /** Starts a batch. Throws the fault of an earlier one, after which no more is run. */
  async add(first: Promise<T>): Promise<void> {
    const before = this.#last;
    const done = (async () => {
      const prepared = await Promise.allSettled([first, before]);
      if (this.#fault !== undefined) return;
      try {
        if (prepared[0].status === "rejected") throw prepared[0].reason;
        await this.second(prepared[0].value);
      } catch (error) {
        this.#fault ??= error;
      }
    })();
    this.#last = done;
    this.#underWay.add(done);
    done.finally(() => this.#underWay.delete(done));
    while (this.#underWay.size > this.ahead) await Promise.race(this.#underWay);
    this.#throwFault();
  }

  /** Waits for all batches. */
  async drain(): Promise<void> {
    await this.#last;
    this.#throwFault();
  }

  #throwFault(): void {
    if (this.#fault !== undefined) throw this.#fault;
  }
}
