import { mkdirSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { execute, parse } from "graphql";
import { createContext } from "../schema/context.js";
import { createSchema } from "../schema/create-schema.js";
import { readSettings } from "../src/config.js";
import { packageRoot } from "../src/package-root.js";
import { openStore } from "../src/store/open-store.js";
import { refuseUserData, wipe } from "../test/support/wipe.js";
import { entityId, loadSynthetic, paperId, type Size } from "./support/synthetic-graph.js";
import { quantile, type Taken, timed } from "./support/timing.js";

/**
 * Times the questions that look for something, over a synthetic graph, and prints a table in Markdown:
 * `npm run bench:retrieval -- --papers 50000 --entities 20000`. On the embedded store, whose graph is kept in
 * .cache/bench for the next run; with NEO4J_URI on that server, whose database it empties before and after.
 */
const { values } = parseArgs({
  options: {
    papers: { type: "string", default: "50000" },
    entities: { type: "string", default: "20000" },
    rounds: { type: "string", default: "60" },
    only: { type: "string", default: "" },
  },
});
const size: Size = { papers: Number(values.papers), entities: Number(values.entities), links: 8 };
const rounds = Number(values.rounds);

type Variables = Readonly<Record<string, unknown>>;
type Operation = readonly [name: string, document: string, variables: (round: number) => Variables];

const PAPER = "id title year authors";
/** Entities from frequent to rare: the round's number goes through all frequencies. */
const some = (round: number): number => 1 + Math.floor((size.entities - 2) ** ((round % 50) / 50));

const OPERATIONS: readonly Operation[] = [
  [
    "paper by id",
    `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`,
    (i) => ({ id: paperId((i * 811) % size.papers) }),
  ],
  ["entity by id", "query ($id: ID!) { entity(id: $id) { name paperCount } }", (i) => ({ id: entityId(some(i)) })],
  ["newest 20 of the corpus", `{ papers { nodes { ${PAPER} } } }`, () => ({})],
  [
    "their third page",
    `query ($after: String!) { papers(after: $after) { nodes { ${PAPER} } } }`,
    () => ({ after: thirdPage }),
  ],
  [
    "newest 20 of the supernode",
    `query ($id: ID!) { entity(id: $id) { papers { nodes { ${PAPER} } } } }`,
    () => ({ id: entityId(0) }),
  ],
  [
    "newest 20 of an entity",
    `query ($id: ID!) { entity(id: $id) { papers { nodes { ${PAPER} } } } }`,
    (i) => ({ id: entityId(some(i)) }),
  ],
  [
    "related through the supernode",
    `query ($id: ID!) { paper(id: $id) { related(first: 10) { edges { weight node { ${PAPER} } shared { id } } } } }`,
    (i) => ({ id: supernodePapers[i % supernodePapers.length] }),
  ],
  [
    "paths between entities",
    "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length paths { hops { paperCount papers { id } } } } }",
    (i) => ({ from: entityId(some(i)), to: entityId(some(i * 7 + 13)) }),
  ],
  ["suggest, 2 letters", SUGGEST(), (i) => ({ prefix: ["ba", "in", "tr", "ne"][i % 4] })],
  ["suggest, 5 letters", SUGGEST(), (i) => ({ prefix: ["banet", "intra", "perco", "lemon"][i % 4] })],
  ["suggest with a typo", SUGGEST(), (i) => ({ prefix: ["banrt", "nitratr", "prcoba", "lleman"][i % 4] })],
  ["suggest in a part", SUGGEST("where: { years: { from: 2024 } }"), (i) => ({ prefix: ["ba", "intra"][i % 2] })],
  [
    "context of a question",
    "query ($question: String!) { context(question: $question, maxTokens: 1000) { text } }",
    (i) => ({ question: `How do ${names[i % names.length]} and ${names[(i * 7 + 1) % names.length]} compare?` }),
  ],
];

function SUGGEST(more = ""): string {
  return `query ($prefix: String!) { suggest(prefix: $prefix ${more}) { suggestions { entity { id name } matched } } }`;
}

const folder = join(packageRoot, ".cache", "bench", `graph-${size.papers}-${size.entities}`);
const { store: settings } = readSettings({});
const onServer = settings.engine === "neo4j";
if (!onServer) mkdirSync(folder, { recursive: true });
const opened = await openStore(onServer ? settings : { engine: "embedded", path: folder });
const say = (text: string): void => void process.stderr.write(`${text}\n`);
if (onServer) {
  await refuseUserData(opened);
  await wipe(opened);
}

const { store, taken } = timed(opened);
const schema = createSchema();

async function answer(document: string, variableValues: Variables): Promise<[Taken, Record<string, unknown>]> {
  const parsed = parse(document);
  const started = performance.now();
  const { data, errors } = await execute({
    schema,
    document: parsed,
    variableValues,
    contextValue: createContext(store),
  });
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return [{ store: taken(), all: performance.now() - started }, data as Record<string, unknown>];
}

const COUNT = "{ meta { papers } }";
const [, { meta }] = await answer(COUNT, {});
if ((meta as { papers: number }).papers < size.papers) await loadSynthetic(opened, size, say);

const FIRST = `query ($id: ID!) { papers(first: 40) { pageInfo { endCursor } } entity(id: $id) { papers(first: 50) { nodes { id } } }
  entities(first: 60, orderBy: { field: PAPER_COUNT }) { nodes { name } } }`;
const [, { papers, entity, entities }] = await answer(FIRST, { id: entityId(0) });
const thirdPage = (papers as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
const supernodePapers = (entity as { papers: { nodes: { id: string }[] } }).papers.nodes.map(({ id }) => id);
const names = (entities as { nodes: { name: string }[] }).nodes.map(({ name }) => name);

const { engine, version } = await opened.info();
console.log(
  `${engine} ${version}; ${size.papers} papers, ${size.entities} entities, ${size.papers * size.links} links`,
);
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores with a load of ${loadavg()[0]?.toFixed(1)}, ${Math.round(totalmem() / 2 ** 30)} GB; ${rounds} rounds; ms`,
);
console.log("\n| | store least | store p50 | store p99 | whole p50 | first |\n| --- | --: | --: | --: | --: | --: |");
for (const [name, document, variables] of OPERATIONS.filter(([name]) => name.includes(values.only))) {
  const [first] = await answer(document, variables(0));
  const all: Taken[] = [];
  for (let round = 1; round <= rounds; round++) all.push((await answer(document, variables(round)))[0]);
  const [inStore, whole] = [all.map((one) => one.store), all.map((one) => one.all)];
  const columns = [
    quantile(inStore, 0),
    quantile(inStore, 0.5),
    quantile(inStore, 0.99),
    quantile(whole, 0.5),
    first.all,
  ];
  console.log(`| ${name} | ${columns.map((ms) => ms.toFixed(1)).join(" | ")} |`);
}
if (onServer) await wipe(opened);
await opened.close();
