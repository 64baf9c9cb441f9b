import { describe, expect, it } from "@jest/globals";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { relate } from "../../ingest/link/relation.js";
import { readPairs } from "./read-pairs.js";

/** The share of a half that must be right. One half was developed on, the other only measured. */
const REQUIRED = 0.97;

describe.each(["developed", "held-back"] as const)("pairs of names, the half that was %s", (half) => {
  const pairs = readPairs(half);

  it(`are related as the gold says, ${REQUIRED * 100} % of them`, () => {
    const wrong = pairs.filter(({ a, b, relation }) => relate(a, b, lookUpName) !== relation);
    expect(1 - wrong.length / pairs.length).toBeGreaterThanOrEqual(REQUIRED);
  });

  it("are related the same way round and back", () => {
    const uneven = pairs.filter(({ a, b }) => relate(a, b, lookUpName) !== relate(b, a, lookUpName));
    expect(uneven).toEqual([]);
  });

  it("are names of the same thing as themselves", () => {
    const odd = pairs.flatMap(({ a, b }) => [a, b]).filter((name) => relate(name, name, lookUpName) !== "same");
    expect(odd).toEqual([]);
  });
});
