/**
 * papergraph on its embedded store against that store alone and against its engine, Grafeo, alone, each with a copy of one
 * graph: `npm run bench:embedded`. Keeps what it measured in bench/results. --papers 50000, --rounds 3, --seconds 2.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import grafeo from "@grafeo-db/js";
import { packageRoot } from "../src/package-root.js";
import { openStore } from "../src/store/open-store.js";
import { type Contender, compare } from "./support/compare.js";
import { loadGraph, makeGraph } from "./support/graph.js";
import { graphqlClient } from "./support/graphql-client.js";
import { makeOperations, makeStoreOperations } from "./support/operations.js";
import { startProgram } from "./support/program.js";
import { type Recorded, record } from "./support/recorded.js";
import { circumstances, keep, table } from "./support/report.js";

const { values } = parseArgs({
  options: {
    papers: { type: "string", default: "50000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "2" },
  },
});
const say = (line: string) => console.error(line);

const folder = mkdtempSync(join(tmpdir(), "papergraph-bench-"));
const [served, held, raw] = ["served", "held", "raw"].map((name) => join(folder, name)) as [string, string, string];
const graph = makeGraph(Number(values.papers));
const began = performance.now();
const filled = await openStore({ engine: "embedded", path: served });
await loadGraph(filled, graph);
await filled.close();
for (const copy of [held, raw]) cpSync(served, copy, { recursive: true });
say(`loaded ${graph.papers.length} papers in ${Math.round((performance.now() - began) / 1000)} s`);

const store = await openStore({ engine: "embedded", path: held });
const db = grafeo.GrafeoDB.create(join(raw, "graph.grafeo"));
const server = await startProgram([join(packageRoot, "dist/src/cli/main.js"), "serve", "--port", "0"], {
  PAPERGRAPH_DATA: served,
  NEO4J_URI: "",
  LOG_LEVEL: "error",
});
const client = graphqlClient(`${server.url}/graphql`, 16);

/** Runs what was recorded, round by round, by `read`. */
const replay =
  (recorded: readonly Recorded[], read: (text: Recorded[number][number]) => Promise<unknown>) =>
  async (turn: number) => {
    for (const round of recorded[turn % recorded.length] ?? []) await Promise.all(round.map(read));
  };

const tables: string[] = [];
for (const { name, papergraph, variables } of [...makeOperations(graph), ...makeStoreOperations(graph)]) {
  const recorded: Recorded[] = [];
  for (const one of variables) recorded.push(await record(store, papergraph.query, one));
  const contenders: Contender[] = [
    {
      name: "papergraph, over HTTP",
      ask: async (turn) => void (await client.ask(papergraph.query, variables[turn % variables.length] ?? {})),
    },
    {
      name: "its statements, by its store",
      ask: replay(recorded, ({ statement, params }) => store.read(statement, params)),
    },
    {
      name: "its statements, by Grafeo in this process",
      ask: replay(recorded, async ({ statement, params }) =>
        (await db.executeCypher(statement.text, params)).toArray(),
      ),
    },
  ];
  for (const connections of [1, 16]) {
    const plan = {
      connections,
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
      warmup: connections === 1 ? 3 : 1,
    };
    const title = `${name}, ${connections} at once`;
    tables.push(table(title, await compare(contenders, plan)));
    say(tables.at(-1) ?? "");
  }
}

const report = `# papergraph on the embedded store, against its own statements

${circumstances([
  `Grafeo ${db.version()}; ${graph.papers.length} papers, ${graph.entities.length} entities, the most frequent entity on ${graph.entities[0]?.paperCount} papers`,
  `${values.rounds} rounds of ${values.seconds} s each in turn; req/s and ratio are medians of the rounds`,
])}
${tables.join("\n")}`;
say(`kept in ${keep("embedded", report)}`);

client.close();
await server.stop();
await store.close();
db.close();
rmSync(folder, { recursive: true, force: true });
