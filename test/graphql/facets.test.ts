import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { EntityFilter, PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { ROLES, type Role } from "../../src/vocabulary.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, listening } from "./support/ask.js";
import { entitiesIn, passes } from "./support/brute-force.js";
import { loadGraph, papersOf, type TestMention, type TestPaper, yearOf } from "./support/load-graph.js";
import { anyEntityFilter, anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const graph = randomGraph();
const kindOf = new Map(graph.entities.map(({ id, kind }) => [id, kind]));
const RUNS = { embedded: 60, neo4j: 3 };

type Values = readonly (readonly [value: string, count: number])[];

/** How many rows have each value, by count and name. */
function tally<Row>(rows: readonly Row[], valuesOf: (row: Row) => readonly (string | null)[]): Values {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of new Set(valuesOf(row))) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
const newestFirst = (values: Values): Values => [...values].sort(([a], [b]) => Number(b) - Number(a));
const facet = (values: Values, first = 20) => ({
  truncated: values.length > first,
  values: values.slice(0, first).map(([value, count]) => ({ value, count })),
});
const entityFacet = (values: Values, first: number) => ({
  truncated: values.length > first,
  values: values.slice(0, first).map(([id, count]) => ({ entity: { id }, count })),
});
const asText = (year: number | null): string | null => (year === null ? null : String(year));

/** What the documentation says of the facets of papers. */
function facetsOf(
  papers: readonly TestPaper[],
  rest: (said: TestMention) => boolean,
  roles: (said: TestMention) => boolean,
) {
  const by = (toValue: (said: TestMention) => string | null) =>
    tally(papers, ({ mentions }) => mentions.filter(rest).map(toValue));
  return {
    years: facet(newestFirst(tally(papers, (paper) => [asText(yearOf(paper))])), 2),
    venues: facet(
      tally(papers, ({ venue }) => [venue]),
      2,
    ),
    kinds: facet(by(({ entity }) => kindOf.get(entity)!)),
    roles: facet(tally(papers, ({ mentions }) => mentions.filter(roles).map(({ role }) => role))),
    entities: entityFacet(
      by(({ entity }) => entity),
      5,
    ),
    models: entityFacet(
      by(({ entity }) => (kindOf.get(entity) === "MODEL" ? entity : null)),
      20,
    ),
  };
}

const FACET = "{ truncated values { value count } }";
const ENTITY_FACET = "{ truncated values { count entity { id } } }";
const FACETS = `facets { years(first: 2) ${FACET} venues(first: 2) ${FACET} kinds ${FACET} roles ${FACET}
  entities(first: 5) ${ENTITY_FACET} models: entities(kind: MODEL) ${ENTITY_FACET} }`;
const ENTITY_FACETS = `facets { kinds ${FACET} roles ${FACET} firstYears(first: 2) ${FACET} }`;

eachStore((engine, open) => {
  describe("facets of a random graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, graph);
    });
    const holds = <T>(property: fc.IAsyncProperty<T>): Promise<void> => fc.assert(property, { numRuns: RUNS[engine] });
    const anyWhere = fc.oneof(fc.constant({}), anyPaperFilter);
    const inPart = (where: PaperFilter) => graph.papers.filter((paper) => passes(graph, paper, where));

    it(
      "count the papers of a filter, all pages",
      () =>
        holds(
          fc.asyncProperty(anyWhere, async (where) => {
            const document = `query ($where: PaperWhere) { papers(where: $where, first: 1) { ${FACETS} } }`;
            const facets = facetsOf(
              inPart(where),
              () => true,
              () => true,
            );
            expect(await ask(store, document, { where })).toEqual({ papers: { facets } });
          }),
        ),
      300_000,
    );

    it("count the papers of an entity: its roles, and what they mention beside it", () => {
      const ids = fc.constantFrom(...graph.entities.map(({ id }) => id));
      const anyRole = fc.option(fc.constantFrom<Role[]>(...ROLES));
      return holds(
        fc.asyncProperty(ids, anyRole, anyWhere, async (id, role, where) => {
          const document = `query ($id: ID!, $role: Role, $where: PaperWhere) {
            entity(id: $id) { papers(role: $role, where: $where, first: 1) { ${FACETS} } }
          }`;
          const its = ({ entity, role: as }: TestMention) => entity === id && (role === null || as === role);
          const papers = papersOf(graph, id).filter((paper) => passes(graph, paper, where) && paper.mentions.some(its));
          const facets = facetsOf(papers, ({ entity }) => entity !== id, its);
          expect(await ask(store, document, { id, role, where })).toEqual({ entity: { papers: { facets } } });
        }),
      );
    }, 300_000);

    it(
      "count the entities of a filter by kind, role and first year",
      () =>
        holds(
          fc.asyncProperty(anyEntityFilter, async (where: EntityFilter) => {
            const document = `query ($where: EntityWhere) { entities(where: $where, first: 1) { ${ENTITY_FACETS} } }`;
            const rows = entitiesIn(graph, where, { field: "NAME", direction: "ASC" });
            const part = { ...graph, papers: inPart(where.papers ?? {}) };
            const rolesOf = (id: string) =>
              papersOf(part, id).flatMap(({ mentions }) =>
                mentions.filter(({ entity }) => entity === id).map(({ role }) => role),
              );
            const facets = {
              kinds: facet(tally(rows, ({ entity }) => [entity.kind])),
              roles: facet(tally(rows, ({ entity }) => rolesOf(entity.id))),
              firstYears: facet(newestFirst(tally(rows, ({ firstYear }) => [asText(firstYear)])), 2),
            };
            expect(await ask(store, document, { where })).toEqual({ entities: { facets } });
          }),
        ),
      300_000,
    );

    it("are counted only when they are selected", async () => {
      const heard = listening(store);
      await ask(heard.store, "{ papers(first: 1) { nodes { id } } }");
      await ask(heard.store, "{ papers { facets { venues { truncated } } } }");
      expect(heard.read.filter((name) => name.startsWith("facet/"))).toEqual(["facet/list-venues"]);
    });

    it("are no longer than asked for, and never endless", async () => {
      const error = { code: "LIMIT_EXCEEDED", got: 101, allowed: 100 };
      for (const field of ["years", "venues", "entities"]) {
        expect(await fails(store, `{ papers { facets { ${field}(first: 101) { truncated } } } }`)).toEqual([error]);
      }
      expect(await fails(store, "{ entities { facets { firstYears(first: 101) { truncated } } } }")).toEqual([error]);
    });
  });

  describe("facets of a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });

    it("count what a text search found", async () => {
      const document = `{ papers(search: "bert") { totalCount facets { years ${FACET} venues ${FACET} } } }`;
      const years = facet([
        ["2020", 1],
        ["2018", 1],
      ]);
      const venues = facet([
        ["ICLR", 1],
        ["NAACL", 1],
      ]);
      expect(await ask(store, document)).toEqual({ papers: { totalCount: 3, facets: { years, venues } } });
    });

    it("count an entity's variants, all or those that a part of the corpus mentions", async () => {
      const document = `query ($where: PaperWhere) { entity(id: "entity:bert") { variants(where: $where) {
        totalCount edges { paperCount firstYear node { id } } facets { kinds ${FACET} roles ${FACET} firstYears ${FACET} }
      } } }`;
      const edges = ["entity:bert-base", "entity:bert-large"].map((id) => ({
        paperCount: 1,
        firstYear: 2018,
        node: { id },
      }));
      const facets = {
        kinds: facet([["MODEL", 2]]),
        roles: facet([["COMPARES", 2]]),
        firstYears: facet([["2018", 2]]),
      };
      const none = { kinds: facet([]), roles: facet([]), firstYears: facet([]) };
      const variants = (totalCount: number, rest: object) => ({ entity: { variants: { totalCount, ...rest } } });
      expect(await ask(store, document)).toEqual(variants(2, { edges, facets }));
      expect(await ask(store, document, { where: { venues: ["NAACL"] } })).toEqual(variants(2, { edges, facets }));
      expect(await ask(store, document, { where: { venues: ["ICLR"] } })).toEqual(
        variants(0, { edges: [], facets: none }),
      );
    });

    it("understand an id that an entity had once", async () => {
      const document = `{ entity(id: "entity:sam") { papers { facets { years ${FACET} } } }
        papers(where: { entities: { all: ["entity:sam"] } }) { facets { years ${FACET} } } }`;
      const facets = { years: facet([["2023", 1]]) };
      expect(await ask(store, document)).toEqual({ entity: { papers: { facets } }, papers: { facets } });
    });
  });
});
