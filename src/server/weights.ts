import type { DocumentNode } from "graphql";
import type { Weight } from "./cost.js";

/** Shapes of variables remembered of one document; clients send few. */
const SHAPES = 100;

/** What of the variables counts for a weight: numbers, switches and lengths of lists. A text weighs nothing. */
const shapeOf = (operation: string | undefined, variables: Record<string, unknown>): string =>
  JSON.stringify([operation, variables], (_key, value) => (typeof value === "string" ? "" : value));

/**
 * The weights of documents asked before: weighing is a third of what a small question costs here. A document is the same
 * object each time it is asked, as long as Apollo remembers it, and is forgotten with it.
 */
export class Weights {
  readonly #known = new WeakMap<DocumentNode, Map<string, Weight>>();

  of(
    document: DocumentNode,
    operation: string | undefined,
    variables: Record<string, unknown>,
    weigh: () => Weight,
  ): Weight {
    let shapes = this.#known.get(document);
    if (!shapes) {
      shapes = new Map();
      this.#known.set(document, shapes);
    }
    const shape = shapeOf(operation, variables);
    let weight = shapes.get(shape);
    if (!weight) {
      weight = weigh();
      if (shapes.size < SHAPES) shapes.set(shape, weight);
    }
    return weight;
  }
}
