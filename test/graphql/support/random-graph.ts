import fc from "fast-check";
import { checkBounds } from "../../../src/store/filter/bounds.js";
import type { EntityFilter, PaperFilter } from "../../../src/store/filter/filter.js";
import { KINDS, ROLES } from "../../../src/vocabulary.js";
import type { TestEntity, TestGraph, TestMention, TestPaper } from "./load-graph.js";

const VENUES = ["NeurIPS", "ICML", "ACL's", null];
const COLLECTIONS = ["sample", "mine", "theirs"];
const DATES = ["", "2019", "2019-05", "2019-05-02", "2020", "2020-01-31", "2021-12", "2022-02-02"];
/** Cases, accents, code points below, among and above the surrogates, and what a query language might trip over. */
const NAMES = ["a", "B", "b", "\u00e9", "Z", "\uff5e", "\u{1f600}", "'", '"', "\\", "$where", "// x", "`", "\ud7ff"];

const PAPER_COUNT = 60;
const ENTITY_COUNT = 25;
const paperId = (i: number): string => `hash:${String(i).padStart(3, "0")}`;
const entityId = (i: number): string => `entity:e${i}`;

const entity = (i: number): fc.Arbitrary<TestEntity> =>
  fc.record({
    id: fc.constant(entityId(i)),
    kind: fc.constantFrom(...KINDS),
    name: fc.constantFrom(...NAMES).map((name) => `${name} ${i % 7}`),
    aliases: fc.constant([`alias ${i}`, "shared alias"].slice(0, i % 3)),
  });

const anyEntity = fc.nat(ENTITY_COUNT - 1);

/** Low numbers are frequent, high ones rare, as names are. */
const mention: fc.Arbitrary<TestMention> = fc.record({
  entity: fc.tuple(anyEntity, anyEntity).map(([a, b]) => entityId(Math.min(a, b))),
  role: fc.constantFrom(...ROLES),
  confidence: fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100),
  spans: fc.constant([{ field: "title" as const, start: 0, end: 1 }]),
});

const paper = (i: number): fc.Arbitrary<TestPaper> =>
  fc.record({
    id: fc.constant(paperId(i)),
    title: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }).map((names) => names.join(" ")),
    abstract: fc.constant(`Abstract of ${i}.`),
    date: fc.constantFrom(...DATES),
    venue: fc.constantFrom(...VENUES),
    collections: fc.subarray(COLLECTIONS),
    mentions: fc.uniqueArray(mention, { selector: (said) => said.entity, maxLength: 7, size: "max" }),
  });

const graph: fc.Arbitrary<TestGraph> = fc.record({
  papers: fc.tuple(...Array.from({ length: PAPER_COUNT }, (_, i) => paper(i))),
  entities: fc.tuple(...Array.from({ length: ENTITY_COUNT }, (_, i) => entity(i))),
});

/**
 * A random graph, always the same one. Without the bias of fast-check, which draws ends and empty lists most: nearly all
 * papers would mention one entity and nothing else.
 */
export const randomGraph = (): TestGraph => fc.sample(fc.noBias(graph), { numRuns: 1, seed: 20_031 })[0] as TestGraph;

const someEntities = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.nat(ENTITY_COUNT - 1).map(entityId) }, fc.constant("entity:' OR true //")),
  { maxLength: 3 },
);
const years = fc.integer({ min: 2018, max: 2023 });
/** Any filter of papers up to three levels deep, of those that are not refused for their size. */
export const anyPaperFilter: fc.Arbitrary<PaperFilter> = fc
  .letrec<{ filter: PaperFilter }>((tie) => {
    const leaf = {
      entities: absentMostly(
        fc.record({
          all: absentMostly(someEntities),
          any: absentMostly(someEntities),
          none: absentMostly(someEntities),
        }),
      ),
      kinds: absentMostly(some(KINDS)),
      roles: absentMostly(some(ROLES)),
      years: absentMostly(
        fc.record({
          from: absentMostly(years),
          to: absentMostly(years),
          in: absentMostly(fc.array(years, { maxLength: 3 })),
        }),
      ),
      venues: absentMostly(some(["NeurIPS", "ICML", "ACL's"])),
      collections: absentMostly(some(COLLECTIONS)),
      ids: absentMostly(fc.array(fc.nat(PAPER_COUNT + 5).map(paperId), { maxLength: 20 }), 8),
    };
    const inner = mostly(fc.array(tie("filter"), { minLength: 1, maxLength: 3 }), fc.constant<PaperFilter[]>([]));
    return {
      filter: fc.oneof(
        { maxDepth: 2, depthIdentifier: "where" },
        fc.record(leaf),
        fc.record({ ...leaf, AND: absentMostly(inner), OR: absentMostly(inner), NOT: absentMostly(tie("filter")) }),
      ),
    };
  })
  .filter.filter(isWithinBounds);

function isWithinBounds(filter: PaperFilter): boolean {
  try {
    checkBounds(filter);
    return true;
  } catch {
    return false;
  }
}

/** Any filter of entities. */
export const anyEntityFilter: fc.Arbitrary<EntityFilter> = fc.record({
  kinds: absentMostly(fc.subarray([...KINDS])),
  ids: absentMostly(fc.array(fc.nat(ENTITY_COUNT + 5).map(entityId), { maxLength: 12 })),
  minPapers: absentMostly(fc.nat(8)),
  papers: fc.option(anyPaperFilter),
});

function absentMostly<T>(arbitrary: fc.Arbitrary<T>, times = 2): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ weight: times, arbitrary: fc.constantFrom(null, undefined) }, { weight: 1, arbitrary });
}

/** An empty list is met by no paper: a few of these are enough. */
function some<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return mostly(fc.subarray([...values], { minLength: 1 }), fc.constant<T[]>([]));
}

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: rare });
}
