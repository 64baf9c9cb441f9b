import type { Params, Value } from "../store.js";

/** The parameters of a statement in the making: values become `$w0`, `$w1` ..., never text. */
export class Parameters {
  readonly #values: Record<string, Value> = {};
  #next = 0;

  /** The name to write into the text. */
  add(value: Value): string {
    const name = `w${this.#next++}`;
    this.#values[name] = value;
    return `$${name}`;
  }

  /** All of them, with `more` that have names of their own. */
  with(more: Params): Params {
    return { ...more, ...this.#values };
  }
}

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
