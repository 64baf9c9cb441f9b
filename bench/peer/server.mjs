/**
 * The generated API: @neo4j/graphql over the graph of the benchmark, served by Apollo's standalone server.
 * `node server.mjs interface|flat`, with NEO4J_URI; prints its address.
 */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const FIELDS = "id: ID! kind: String! name: String! paperCount: Int!";
const PAPERS = 'papers: [Paper!]! @relationship(type: "USES", direction: IN, properties: "Link")';

const COMMON = `
  extend schema @mutation(operations: []) @subscription(events: [])
  type Link @relationshipProperties { confidence: Float! }
  type Paper @node {
    id: ID! title: String! abstract: String! year: Int date: String! venue: String authors: [String!]!
    uses: [Entity!]! @relationship(type: "USES", direction: OUT, properties: "Link")
  }
`;

const SCHEMAS = {
  interface: `${COMMON}
    interface Entity { ${FIELDS} papers: [Paper!]! @declareRelationship }
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
