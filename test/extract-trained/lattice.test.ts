import { describe, expect, it } from "@jest/globals";
import { LABEL_COUNT as L } from "../../ingest/extract/tagger/labels.js";
import { Lattice } from "../../ingest/extract/tagger/lattice.js";
import { seededRandom } from "../../ingest/train/random.js";

const random = seededRandom(9);
const randoms = (count: number): Float64Array => Float64Array.from({ length: count }, () => random() + 0.05);

/** Sums over every path of labels, as the definition says. */
const bruteForce = (potentials: Float64Array, length: number, transitions: Float64Array, starts: Float64Array) => {
  const marginals = new Float64Array(length * L);
  const pairs = new Float64Array(L * L);
  let total = 0;
  const walk = (path: number[], weight: number): void => {
    const i = path.length;
    if (i === length) {
      total += weight;
      path.forEach((label, at) => {
        marginals[at * L + label]! += weight;
        if (at > 0) pairs[path[at - 1]! * L + label]! += weight;
      });
      return;
    }
    for (let l = 0; l < L; l++)
      walk([...path, l], weight * potentials[i * L + l]! * (i === 0 ? starts[l]! : transitions[path[i - 1]! * L + l]!));
  };
  walk([], 1);
  return { marginals: marginals.map((v) => v / total), pairs: pairs.map((v) => v / total) };
};

describe("the lattice of the tagger", () => {
  it.each([1, 2, 4])("gives the marginals and expected transitions of all paths of %i tokens", (length) => {
    const transitions = randoms(L * L);
    const starts = randoms(L);
    const potentials = randoms(length * L);
    const lattice = new Lattice();
    const pairs = new Float64Array(L * L);
    lattice.run(potentials, 0, length, { transitions, starts }, pairs);
    const expected = bruteForce(potentials, length, transitions, starts);
    for (let k = 0; k < length * L; k++) expect(lattice.marginals[k]).toBeCloseTo(expected.marginals[k]!, 10);
    for (let k = 0; k < L * L; k++) expect(pairs[k]).toBeCloseTo(expected.pairs[k]!, 10);
  });

  it("never gives a label that is not allowed", () => {
    const potentials = randoms(3 * L);
    potentials.fill(0, L, 2 * L);
    potentials[L + 3] = 1;
    const lattice = new Lattice();
    lattice.run(potentials, 0, 3, { transitions: randoms(L * L), starts: randoms(L) });
    expect(Array.from(lattice.marginals.subarray(L, 2 * L))).toEqual(
      [0, 0, 0, 1, 0, 0, 0].map((v) => expect.closeTo(v, 10)),
    );
  });

  it("does not overflow in a sentence of 20,000 tokens", () => {
    const potentials = new Float64Array(20_000 * L).fill(1e-20);
    const lattice = new Lattice();
    lattice.run(potentials, 0, 20_000, { transitions: randoms(L * L), starts: randoms(L) });
    const last = lattice.marginals.subarray(19_999 * L, 20_000 * L);
    expect(last.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  });
});
