/**
 * The generated API: @neo4j/graphql over the graph of the benchmark, served by Apollo's standalone server.
 * `node server.mjs interface|flat [ROLE,ROLE]`, with NEO4J_URI; prints its address. An entity type for each kind, or one for
 * all; of both ends of a link a field for each type of link that there is, as the library's own introspector makes them.
 */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const FIELDS = "id: ID! kind: String! name: String! paperCount: Int!";
const ROLES = (process.argv[3] ?? "INTRODUCES,EVALUATES,USES,COMPARES,MENTIONS").split(",");
const papersOf = (role) => `papers${role.slice(0, 1)}${role.slice(1).toLowerCase()}`;
const link = (field, type, role, direction) =>
  `${field}: [${type}!]! @relationship(type: "${role}", direction: ${direction}, properties: "Link")`;
const PAPERS = ROLES.map((role) => link(papersOf(role), "Paper", role, "IN")).join("\n");
const DECLARED = ROLES.map((role) => `${papersOf(role)}: [Paper!]! @declareRelationship`).join("\n");

const COMMON = `
  extend schema @mutation(operations: []) @subscription(events: [])
  type Link @relationshipProperties { confidence: Float! }
  type Paper @node {
    id: ID! title: String! abstract: String! year: Int date: String! venue: String authors: [String!]!
    ${ROLES.map((role) => link(role.toLowerCase(), "Entity", role, "OUT")).join("\n    ")}
  }
`;

const SCHEMAS = {
  interface: `${COMMON}
    interface Entity { ${FIELDS} ${DECLARED} }
    type Method implements Entity @node { ${FIELDS} ${PAPERS} }
    type Model implements Entity @node { ${FIELDS} ${PAPERS} }
    type Dataset implements Entity @node { ${FIELDS} ${PAPERS} }`,
  flat: `${COMMON}
    type Entity @node { ${FIELDS} ${PAPERS} }`,
};

const typeDefs = SCHEMAS[process.argv[2]];
const driver = neo4j.driver(process.env.NEO4J_URI, undefined, { maxConnectionPoolSize: 50 });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
console.log(url.replace(/\/$/, ""));
