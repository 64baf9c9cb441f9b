import { ROLES } from "../../src/vocabulary.js";
import { ENTITY_FEATURE_GROUPS, type EntityFeatureGroup } from "../extract/entity/entity-features.js";
import type { Example } from "./examples.js";
import { groupStart } from "./group-start.js";
import { seededRandom } from "./random.js";

/** An example of a role, as the trainer of roles sees it. */
export interface RoleExample {
  readonly fold: number;
  readonly outcome: number;
  readonly role: number;
  readonly row: Float32Array;
  readonly words: Int32Array;
}

export interface RenamingOptions {
  /** Copies of each example of a thing that its paper introduces, under a name that other papers only use. */
  readonly introduced: number;
  /** Share of the other examples that are copied under a name that some paper introduces. */
  readonly others: number;
  readonly seed: number;
}

const INTRODUCES = ROLES.indexOf("INTRODUCES");

/** What the name alone decides, of a row. */
const OF_NAME: readonly EntityFeatureGroup[] = ["lists", "prior", "corpus"];

/**
 * Copies of examples under the names of others. Annotated papers that introduce a thing of a name that everybody knows
 * (the paper on LoRA) are few, so by the examples alone a known name is never introduced, whatever its paper says. The
 * copies teach that the words around a name say what a paper does with it, and not the name.
 */
export const renamedExamples = (
  examples: readonly Example[],
  rows: readonly Float32Array[],
  { introduced, others, seed }: RenamingOptions,
): RoleExample[] => {
  const random = seededRandom(seed);
  const used = examples.map((_, i) => i).filter((i) => examples[i]!.role >= 0);
  /** Examples by kind and by whether they are introduced: whose name may be taken. */
  const donors = (outcome: number, own: boolean): number[] =>
    used.filter((i) => examples[i]!.outcome === outcome && (examples[i]!.role === INTRODUCES) === own);
  const byKind = new Map<string, number[]>();
  const donorsOf = (outcome: number, own: boolean): number[] => {
    const key = `${outcome} ${own}`;
    const known = byKind.get(key) ?? donors(outcome, own);
    byKind.set(key, known);
    return known;
  };
  return used.flatMap((i) => {
    const example = examples[i]!;
    const own = example.role === INTRODUCES;
    const names = donorsOf(example.outcome, !own);
    const copies = own ? introduced : random() < others ? 1 : 0;
    if (names.length === 0) return [];
    return Array.from({ length: copies }, () => {
      const donor = names[Math.floor(random() * names.length)]!;
      return renamed(example, rows[i]!, examples[donor]!, rows[donor]!);
    });
  });
};

const renamed = (example: Example, row: Float32Array, donor: Example, donorRow: Float32Array): RoleExample => {
  const ownWords = new Set(example.nameWords);
  const words = new Set(example.roleWords!.filter((feature) => !ownWords.has(feature)));
  for (const feature of donor.nameWords!) words.add(feature);
  const copy = row.slice();
  for (const group of OF_NAME) {
    const at = groupStart(group);
    copy.set(donorRow.subarray(at, at + ENTITY_FEATURE_GROUPS[group].length), at);
  }
  const { fold, outcome, role } = example;
  return { fold, outcome, role, row: copy, words: Int32Array.from(words) };
};
