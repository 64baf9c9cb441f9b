/** Runs tasks one after another, in the order in which they came; a failed task does not stop the next. */
export class WriteQueue {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(task);
    this.#tail = done.catch(() => {});
    return done;
  }

  /** Resolves when all that was queued so far has ended. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
