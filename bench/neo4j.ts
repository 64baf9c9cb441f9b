/**
 * papergraph against the API that @neo4j/graphql generates over the same graph, and against the same Cypher sent by
 * neo4j-driver, in turn on one Neo4j: `npm run bench:neo4j`. Keeps what it measured in bench/results.
 * --papers 50000, --rounds 3, --seconds 2, --only WORDS (of an operation's name), --roles USES for a graph of one type of
 * link, which asks less of the generated API. Fetches the peer once (bench/peer).
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import neo4j from "neo4j-driver";
import { packageRoot } from "../src/package-root.js";
import { neo4jParams } from "../src/store/neo4j-values.js";
import { openStore } from "../src/store/open-store.js";
import { ROLES } from "../src/vocabulary.js";
import { type Contender, compare } from "./support/compare.js";
import { loadGraph, makeGraph } from "./support/graph.js";
import { graphqlClient } from "./support/graphql-client.js";
import { makeOperations, type Operation } from "./support/operations.js";
import { startProgram } from "./support/program.js";
import { type Recorded, record } from "./support/recorded.js";
import { circumstances, keep, table } from "./support/report.js";

const { values } = parseArgs({
  options: {
    papers: { type: "string", default: "50000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "2" },
    only: { type: "string", default: "" },
    roles: { type: "string", default: ROLES.join(",") },
  },
});
const roles = ROLES.filter((role) => values.roles.split(",").includes(role));
const say = (line: string) => console.error(line);

const peerFolder = join(packageRoot, "bench", "peer");
if (!existsSync(join(peerFolder, "node_modules"))) execFileSync("npm", ["ci"], { cwd: peerFolder, stdio: "inherit" });

// A script without types, which finds its files beside itself.
const { startServer } = await import(pathToFileURL(join(packageRoot, "test", "neo4j", "server.js")).href);
const server: { uri: string; stop(): Promise<void> } = await startServer({ heap: "3g", pageCache: "1g" });
const settings = { engine: "neo4j", uri: server.uri, database: "neo4j" } as const;
const store = await openStore(settings);
const driver = neo4j.driver(server.uri, undefined, { disableLosslessIntegers: true });

const graph = makeGraph(Number(values.papers));
const began = performance.now();
await loadGraph(store, graph, roles);
say(`loaded ${graph.papers.length} papers in ${Math.round((performance.now() - began) / 1000)} s`);
// What a user of the generated API would add: names are looked up by it.
for (const label of ["Entity", "Method", "Model", "Dataset"]) {
  for (const key of ["name", "id"]) {
    await driver.executeQuery(`CREATE INDEX IF NOT EXISTS FOR (e:${label}) ON (e.${key})`).catch(() => undefined);
  }
}
await driver.executeQuery("CALL db.awaitIndexes(300)");

const environment = { NEO4J_URI: server.uri, LOG_LEVEL: "error" };
const programs = {
  papergraph: await startProgram([join(packageRoot, "dist/src/cli/main.js"), "serve", "--port", "0"], environment),
  interface: await startProgram([join(peerFolder, "server.mjs"), "interface", roles.join()], environment),
  flat: await startProgram([join(peerFolder, "server.mjs"), "flat", roles.join()], environment),
};
const paths = { papergraph: "/graphql", interface: "/", flat: "/" };
const clients = Object.fromEntries(
  Object.entries(programs).map(([name, { url }]) => [name, graphqlClient(url + paths[name as keyof typeof paths], 16)]),
) as Record<keyof typeof programs, ReturnType<typeof graphqlClient>>;
const NAMES = {
  papergraph: "papergraph",
  interface: "@neo4j/graphql, interface",
  flat: "@neo4j/graphql, flat",
} as const;

/** The statements that papergraph runs for the operation, run by the driver alone. */
const rawContender = async ({ papergraph, variables }: Operation): Promise<Contender> => {
  const recorded: Recorded[] = [];
  for (const one of variables) recorded.push(await record(store, papergraph.query, one));
  return {
    name: "the same Cypher, neo4j-driver",
    ask: async (turn) => {
      for (const round of recorded[turn % recorded.length] ?? []) {
        await Promise.all(
          round.map(async ({ statement, params }) => {
            const session = driver.session({ defaultAccessMode: "READ" });
            const { records } = await session.run(statement.text, neo4jParams(params));
            records.map((one) => one.toObject());
            await session.close();
          }),
        );
      }
    },
  };
};

/** Whether the peers give the same answers, to the first questions. */
const checkSame = async (operation: Operation): Promise<void> => {
  for (const variables of operation.variables.slice(0, 3)) {
    const answers: unknown[] = [];
    for (const name of ["papergraph", "interface", "flat"] as const) {
      const wording = operation[name];
      if (wording) answers.push(wording.ids(await clients[name].ask(wording.query, variables)));
    }
    if (answers.some((answer) => !isDeepStrictEqual(answer, answers[0]))) {
      throw new Error(`${operation.name}: the answers differ: ${JSON.stringify(answers).slice(0, 1000)}`);
    }
  }
};

const tables: string[] = [];
for (const operation of makeOperations(graph, roles).filter(({ name }) => name.includes(values.only))) {
  await checkSame(operation);
  const contenders: Contender[] = [];
  for (const name of ["papergraph", "interface", "flat"] as const) {
    const wording = operation[name];
    const turns = operation.variables;
    if (!wording) continue;
    contenders.push({
      name: NAMES[name],
      ask: async (turn) => void (await clients[name].ask(wording.query, turns[turn % turns.length] ?? {})),
    });
  }
  contenders.push(await rawContender(operation));
  for (const connections of [1, 16]) {
    const results = await compare(contenders, {
      connections,
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
      warmup: connections === 1 ? 3 : 1,
    });
    const title = `${operation.name}, ${connections} connection${connections > 1 ? "s" : ""}`;
    tables.push(table(title, results));
    say(tables.at(-1) ?? "");
  }
}

const supernode = graph.entities[0]?.paperCount ?? 0;
const links = graph.entities.reduce((sum, { paperCount }) => sum + paperCount, 0);
const report = `# papergraph on Neo4j, against a generated API and against its own Cypher

${circumstances([
  `Neo4j Community 5.26.16, heap 3 GB, page cache 1 GB; ${graph.papers.length} papers, ${graph.entities.length} entities, ${links} links by Zipf, the most frequent entity on ${supernode} papers; types of links: ${roles.join(", ")}`,
  "@neo4j/graphql 7.6.3, its connections; Apollo Server 5 each; server, database and client on the same machine",
  `${values.rounds} rounds of ${values.seconds} s each in turn; req/s and ratio are medians of the rounds; 200 varying parameters`,
])}
${tables.join("\n")}`;
say(`kept in ${keep("neo4j", report)}`);

for (const client of Object.values(clients)) client.close();
for (const program of Object.values(programs)) await program.stop();
await driver.close();
await store.close();
await server.stop();
