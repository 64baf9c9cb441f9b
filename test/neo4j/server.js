/**
 * A real Neo4j Community server from Maven artifacts, for tests and developers: no Docker needed. `fetch` downloads it
 * once into .cache/neo4j (116 MB; needs a JDK 17 or newer and Maven); `start` runs one with a home of its own.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const library = fileURLToPath(new URL("../../.cache/neo4j/lib", import.meta.url));

/** Longest wait for a started server; it takes 10 to 25 s on two cores. */
const START_MS = 120_000;

export const isFetched = () => existsSync(library);

export function fetchServer() {
  // Beside its place until it is whole: an interrupted download is not taken for a server.
  const part = `${library}.part`;
  rmSync(part, { recursive: true, force: true });
  const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${part}`, "-DincludeScope=runtime"];
  execFileSync("mvn", ["-q", "-B", "-f", join(here, "pom.xml"), ...goal], { stdio: "inherit" });
  renameSync(part, library);
}

/**
 * Runs what follows it and ends it when its own standard input closes: however the program that started the server
 * ends, the server does not stay behind. It need not close in order, for its data goes with it.
 */
const TETHER = 'exec 3<&0; "$@" 3<&- & main=$!; (cat <&3; kill -9 $main) >/dev/null 2>&1 & wait $main';

/** Starts a server on free ports of this machine; answers its address once it takes queries, and how to end it. */
export async function startServer({ port, heap = "1g", pageCache = "256m" } = {}) {
  const home = mkdtempSync(join(tmpdir(), "papergraph-neo4j-"));
  const [bolt, http] = [port ?? (await freePort()), await freePort()];
  mkdirSync(join(home, "conf"));
  writeFileSync(join(home, "conf", "neo4j.conf"), settings(bolt, http, heap, pageCache));
  const main = ["org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`, `--config-dir=${join(home, "conf")}`];
  const java = ["java", `-Xmx${heap}`, "-cp", join(library, "*"), ...main];
  // A group of its own: Ctrl+C reaches the test run first, which ends the server when it has used it.
  const server = spawn("sh", ["-c", TETHER, "sh", ...java], { detached: true, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (text) => {
      said = `${said}${text}`.slice(-4000);
    });
  }
  let up = true;
  const ended = new Promise((resolve) => server.once("exit", resolve).once("error", resolve)).then(() => {
    up = false;
  });
  const stop = async () => {
    server.stdin.destroy();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  if (!(await answers(`http://127.0.0.1:${http}/`, () => up))) {
    await stop();
    throw new Error(`Neo4j did not start:\n${said}`);
  }
  return { uri: `bolt://127.0.0.1:${bolt}`, ended, stop };
}

const settings = (bolt, http, heap, pageCache) => `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${bolt}
server.http.listen_address=127.0.0.1:${http}
server.https.enabled=false
dbms.security.auth_enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=${heap}
server.memory.pagecache.size=${pageCache}
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
`;

async function answers(url, isUp) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && isUp()) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return true;
    await delay(250);
  }
  return false;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!isFetched()) fetchServer();
  if (process.argv[2] === "start") {
    const { uri, ended, stop } = await startServer({ port: Number(process.env.PORT) || undefined });
    console.log(
      `Neo4j runs. In another terminal:\n  NEO4J_URI=${uri} npm start\nCtrl+C ends it; its data goes with it.`,
    );
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop());
    await ended;
  }
}
