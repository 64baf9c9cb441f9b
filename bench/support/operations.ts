import { seededRandom } from "../../ingest/train/random.js";
import { ROLES, type Role } from "../../src/vocabulary.js";
import type { BenchGraph } from "./graph.js";
import { peerQuestions } from "./peer-questions.js";

export type Variables = Readonly<Record<string, string | readonly string[]>>;
// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever form was asked for
export type Data = any;

/** A question in the words of one schema, and which ids answer it, to see that all schemas say the same. */
export interface Wording {
  readonly query: string;
  readonly ids: (data: Data) => unknown;
}

export interface Operation {
  readonly name: string;
  readonly variables: readonly Variables[];
  readonly papergraph: Wording;
  /** Absent where the generated API cannot ask it. */
  readonly interface?: Wording;
  readonly flat?: Wording;
}

const VARIED = 200;
/** Papers of an entity that many people know. */
const KNOWN = 500;

const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);
const nodesOf = (connection: Data) => connection.edges.map(({ node }: Data) => node);
const sorted = (ids: readonly string[]) => [...ids].sort();

const byName = {
  papergraph: {
    query: `query($name: String!) { method(name: $name) { papers(first: 20) { nodes {
      id title year mentions(first: 50) { nodes { id name } } } } } }`,
    ids: (data: Data) => data.method.papers.nodes.map((paper: Data) => [paper.id, sorted(idsOf(paper.mentions.nodes))]),
  },
};
const flatOf = ({ query, ids }: Wording): Wording => ({
  query: query.replaceAll("methods(", "entities("),
  ids: (data) => ids(data.entities ? { ...data, methods: data.entities } : data),
});

/** The operations of the comparison, each with 200 sets of variables. */
export const makeOperations = ({ papers, entities }: BenchGraph, roles: readonly Role[] = ROLES): Operation[] => {
  const peer = peerQuestions(roles);
  const random = seededRandom(7);
  const anyOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const vary = (make: () => Variables | undefined): Variables[] => {
    const made: Variables[] = [];
    while (made.length < VARIED) {
      const one = make();
      if (one) made.push(one);
    }
    return made;
  };
  const methods = (paper: { uses: readonly number[] }) =>
    paper.uses.filter((entity) => entity > 0 && entities[entity]?.kind === "METHOD");
  const anyMethod = () => {
    const found = methods(anyOf(papers));
    return found.length > 0 ? entities[anyOf(found)] : undefined;
  };
  const paperIds = vary(() => ({ id: anyOf(papers).id }));
  const operations: Operation[] = [
    {
      name: "paper by id with its entities",
      variables: paperIds,
      papergraph: {
        query:
          "query($id: ID!) { paper(id: $id) { id title year mentions(first: 50) { edges { confidence node { id name } } } } }",
        ids: (data) => sorted(idsOf(nodesOf(data.paper.mentions))),
      },
      interface: peer.paper,
    },
    {
      name: "entity by name, newest 20 papers, their entities",
      variables: vary(() => {
        const method = anyMethod();
        return method && { name: method.name };
      }),
      ...byName,
      interface: peer.newest,
    },
    { name: "the same, supernode", variables: [{ name: entities[0]?.name ?? "" }], ...byName, interface: peer.newest },
    {
      name: "two entities and not a third, newest 20",
      variables: vary(() => {
        // Well-known ones, as people ask for; the rarest first, for the peer's question is anchored there by hand.
        const known = methods(anyOf(papers)).filter((entity) => (entities[entity]?.paperCount ?? 0) >= KNOWN);
        const [a, b] = known.sort((x, y) => y - x).map((entity) => entities[entity]?.id);
        const third = anyMethod();
        return a && b && third && third.paperCount >= KNOWN && third.id !== a && third.id !== b
          ? { a, b, c: third.id }
          : undefined;
      }),
      papergraph: {
        query: `query($a: ID!, $b: ID!, $c: ID!) { papers(first: 20, where: { entities: { all: [$a, $b], none: [$c] } }) {
          nodes { id title year } } }`,
        ids: (data) => idsOf(data.papers.nodes),
      },
      interface: peer.allAndNone,
    },
    {
      name: "10 papers sharing most entities",
      variables: paperIds,
      papergraph: {
        query: "query($id: ID!) { paper(id: $id) { related(first: 10) { edges { weight node { id title } } } } }",
        ids: (data) => idsOf(nodesOf(data.paper.related)),
      },
    },
    {
      name: "count of an entity's papers",
      variables: vary(() => {
        const method = anyMethod();
        return method && { id: method.id };
      }),
      papergraph: {
        query: "query($id: ID!) { method(id: $id) { papers { totalCount } } }",
        ids: (data) => data.method.papers.totalCount,
      },
      interface: peer.count,
    },
  ];
  return operations.map((operation) =>
    operation.interface ? { ...operation, flat: flatOf(operation.interface) } : operation,
  );
};

/** Further operations that only the engines are compared on. */
export const makeStoreOperations = ({ papers, entities }: BenchGraph): Operation[] => {
  const ids = (data: Data) => idsOf(data.papers?.nodes ?? data.method.papers.nodes);
  return [
    {
      name: "newest 20 of the corpus",
      variables: [{}],
      papergraph: { query: "{ papers(first: 20) { nodes { id title year } } }", ids },
    },
    {
      name: "newest 20 of the supernode",
      variables: [{ id: entities[0]?.id ?? "" }],
      papergraph: {
        query: "query($id: ID!) { method(id: $id) { papers(first: 20) { nodes { id title year } } } }",
        ids,
      },
    },
    {
      name: "10 papers sharing most entities, of papers with the supernode",
      variables: papers
        .filter(({ uses }) => uses.includes(0))
        .slice(0, VARIED)
        .map(({ id }) => ({ id })),
      papergraph: {
        query: "query($id: ID!) { paper(id: $id) { related(first: 10) { edges { weight node { id title } } } } }",
        ids: (data) => idsOf(nodesOf(data.paper.related)),
      },
    },
    {
      name: "paper by id alone",
      variables: papers.slice(0, VARIED).map(({ id }) => ({ id })),
      papergraph: { query: "query($id: ID!) { paper(id: $id) { id title year } }", ids: (data) => data.paper.id },
    },
  ];
};
