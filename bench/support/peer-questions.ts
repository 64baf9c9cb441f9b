import type { Role } from "../../src/vocabulary.js";
import type { Data, Wording } from "./operations.js";

/** A question put to the generated API: several lists where papergraph has one, for it has a field for each type of link. */
export interface PeerQuestions {
  readonly paper: Wording;
  readonly newest: Wording;
  readonly allAndNone: Wording;
  readonly count: Wording;
}

const PAGE = 20;
const NEWEST = `first: ${PAGE}, sort: [{ node: { date: DESC } }, { node: { id: ASC } }]`;

/** The fields of both ends of a link of each type, as bench/peer/server.mjs declares them. */
const fieldsOf = (role: Role) => ({
  out: role.toLowerCase(),
  in: `papers${role.slice(0, 1)}${role.slice(1).toLowerCase()}`,
});

const nodesOf = (connection: Data): Data[] => connection.edges.map(({ node }: Data) => node);
const sortedIds = (nodes: readonly Data[]): string[] => nodes.map(({ id }) => id).sort();
const newestFirst = (a: Data, b: Data): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1);

/** Anchored by hand at the concrete type and at the entity in fewest papers, which its users would have to know. */
export const peerQuestions = (roles: readonly Role[]): PeerQuestions => {
  const links = roles.map(fieldsOf);
  const mentions = (selection: string) =>
    links.map((its) => `${its.out}Connection { edges { ${selection} } }`).join(" ");
  const mentioned = (paper: Data) => links.flatMap((its) => nodesOf(paper[`${its.out}Connection`]));
  const papers = (args: string, selection: string) =>
    links.map((its) => `${its.in}Connection${args} { ${selection} }`).join(" ");
  /** The first page of all lists together. */
  const merged = (entity: Data): Data[] =>
    links
      .flatMap((its) => nodesOf(entity[`${its.in}Connection`]))
      .sort(newestFirst)
      .slice(0, PAGE);
  const some = (parameter: string) =>
    `{ OR: [${links.map((its) => `{ ${its.out}Connection: { some: { node: { id: { eq: ${parameter} } } } } }`).join(", ")}] }`;
  const none = (parameter: string) =>
    links.map((its) => `{ ${its.out}Connection: { none: { node: { id: { eq: ${parameter} } } } } }`).join(", ");
  const paged = `(${NEWEST})`;
  const where = `(${NEWEST}, where: { node: { AND: [${some("$b")}, ${none("$c")}] } })`;
  return {
    paper: {
      query: `query($id: ID!) { papers(where: { id: { eq: $id } }) { id title year
        ${mentions("properties { confidence } node { id name }")} } }`,
      ids: (data) => sortedIds(mentioned(data.papers[0])),
    },
    newest: {
      query: `query($name: String!) { methods(where: { name: { eq: $name } }) {
        ${papers(paged, `edges { node { id title year date ${mentions("node { id name }")} } }`)} } }`,
      ids: (data) => merged(data.methods[0]).map((paper) => [paper.id, sortedIds(mentioned(paper))]),
    },
    allAndNone: {
      query: `query($a: ID!, $b: ID!, $c: ID!) { methods(where: { id: { eq: $a } }) {
        ${papers(where, "edges { node { id title year date } }")} } }`,
      ids: (data) => merged(data.methods[0]).map(({ id }) => id),
    },
    count: {
      query: `query($id: ID!) { methods(where: { id: { eq: $id } }) { ${papers("", "totalCount")} } }`,
      ids: (data) => links.reduce((sum, its) => sum + data.methods[0][`${its.in}Connection`].totalCount, 0),
    },
  };
};
