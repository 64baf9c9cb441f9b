import { seededRandom, shuffle } from "./random.js";

export interface FactExample {
  readonly facts: readonly string[];
  readonly label: number;
}

const EPOCHS = 80;
const RATE = 0.5;
const PENALTY = 1e-4;

/**
 * Logistic regression over named facts, by AdaGrad: for each fact, and for "start", a weight for each of the labels.
 * The same examples in the same order give the same weights.
 */
export function fitFacts(examples: readonly FactExample[], labels: number): Map<string, Float64Array> {
  const weights = new Map<string, Float64Array>();
  const squares = new Map<Float64Array, Float64Array>();
  const weightsOf = (fact: string): Float64Array => {
    const known = weights.get(fact);
    if (known) return known;
    const made = new Float64Array(labels);
    weights.set(fact, made);
    squares.set(made, new Float64Array(labels).fill(0.01));
    return made;
  };
  const rows = examples.map(({ facts, label }) => ({ label, used: ["start", ...facts].map(weightsOf) }));
  const order = Int32Array.from(rows, (_, at) => at);
  const random = seededRandom(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { label, used } = rows[at]!;
      const off = probabilities(used, labels);
      off[label]! -= 1;
      for (const own of used) {
        const seen = squares.get(own)!;
        for (let k = 0; k < labels; k++) {
          const slope = off[k]! + PENALTY * own[k]!;
          seen[k]! += slope * slope;
          own[k]! -= (RATE * slope) / Math.sqrt(seen[k]!);
        }
      }
    }
  }
  return weights;
}

function probabilities(used: readonly Float64Array[], labels: number): Float64Array {
  const scores = new Float64Array(labels);
  for (const own of used) for (let k = 0; k < labels; k++) scores[k]! += own[k]!;
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}
