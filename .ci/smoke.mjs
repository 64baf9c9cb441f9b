/**
 * What a stranger does: `npm start` on an empty folder, then the question it prints, as printed; on the embedded store
 * and again with NEO4J_URI set. Then every example operation, over HTTP, and `npx papergraph`; both engines must agree.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../test/neo4j/server.js";

/** From `npm start` to the first answer. */
const START_MS = 60_000;
const EXAMPLES = "schema/examples";

/** Runs `npm start`, hands `use` its address and the command that it printed, and ends it as Ctrl+C does. */
const withStart = async (environment, use) => {
  const child = spawn("npm", ["start"], {
    env: { ...process.env, PORT: "0", LOG_LEVEL: "error", ...environment },
    stdio: ["ignore", "inherit", "pipe"],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    let said = "";
    const greeting = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer within ${START_MS} ms:\n${said}`)), START_MS);
      child.once("close", () => reject(new Error(`ended:\n${said}`)));
      child.stderr.on("data", (text) => {
        said += text;
        const found = said.match(/serves on (\S+)\/graphql[\s\S]*?(curl -s [\s\S]*?'\n)/);
        if (!found) return;
        clearTimeout(late);
        resolve({ url: found[1], command: found[2] });
      });
    });
    return await use(greeting);
  } finally {
    process.kill(-child.pid, "SIGINT");
    await ended;
  }
};

const ask = async (url, body) => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
};

const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith(".graphql"))
  .sort();

const answersOf = (environment) =>
  withStart(environment, async ({ url, command }) => {
    const first = JSON.parse(execFileSync("bash", ["-c", command], { encoding: "utf8" }));
    assert.equal(first.errors, undefined);
    const answers = { first };
    for (const file of examples) {
      const variables = readVariables(file);
      answers[file] = await ask(url, { query: readFileSync(join(EXAMPLES, file), "utf8"), variables });
      assert.equal(answers[file].errors, undefined, `${file}: ${JSON.stringify(answers[file].errors)}`);
    }
    return answers;
  });

const readVariables = (file) => {
  try {
    return JSON.parse(readFileSync(join(EXAMPLES, file.replace(/\.graphql$/, ".variables.json")), "utf8"));
  } catch {
    return {};
  }
};

const folder = mkdtempSync(join(tmpdir(), "papergraph-smoke-"));
const neo4j = await startServer();
try {
  const onEmbedded = await answersOf({ PAPERGRAPH_DATA: folder, NEO4J_URI: "" });
  const onNeo4j = await answersOf({ NEO4J_URI: neo4j.uri });
  for (const [file, answer] of Object.entries(onEmbedded)) {
    assert.deepEqual(onNeo4j[file], answer, `${file}: the engines answer differently`);
  }

  // The folder is free again, and the command is there under its own name.
  const doctor = execFileSync("npx", ["papergraph", "doctor", "--json"], {
    encoding: "utf8",
    env: { ...process.env, PAPERGRAPH_DATA: folder, NEO4J_URI: "", npm_config_offline: "true" },
  });
  assert.deepEqual(JSON.parse(doctor).problems, []);
  console.log(`the first question and ${examples.length} examples: equal on both engines`);
  console.log(JSON.stringify(onEmbedded.first));
} finally {
  await neo4j.stop();
  rmSync(folder, { recursive: true, force: true });
}
