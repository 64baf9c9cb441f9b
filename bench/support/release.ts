import { setTimeout as delay } from "node:timers/promises";
import { LIMITS } from "../../src/limits.js";
import { startServer } from "../../src/server/server.js";
import type { Store } from "../../src/store/store.js";
import { quantile } from "./quantile.js";

const RUNAWAY = {
  name: "bench/runaway",
  text: `UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b UNWIND range(1, 1000) AS c
         WITH a + b + c AS s WHERE s < 0 RETURN count(s) AS runaway`,
};
const RUNNING = {
  name: "bench/running",
  text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'runaway' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery",
};

interface Release {
  /** Milliseconds from when the client hangs up, or the time is up, until Neo4j runs nothing of it. */
  readonly hungUp: readonly number[];
  readonly timedOut: readonly number[];
  /** Milliseconds of an ordinary question, before and right after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** How soon Neo4j is free of a statement of minutes whose client hangs up, or whose time runs out. */
const measure = async (store: Store, id: string, rounds: number): Promise<Release> => {
  let isSlow = false;
  const read: Store["read"] = (statement, params, options) =>
    isSlow ? store.read(RUNAWAY, {}, options) : store.read(statement, params, options);
  const slow = new Proxy(store, { get: (target, name) => (name === "read" ? read : Reflect.get(target, name)) });
  const limits = { ...LIMITS, requestMs: 1_000 };
  const server = await startServer(slow, { port: 0, host: "127.0.0.1", corsOrigins: [], logLevel: "silent", limits });
  const body = JSON.stringify({ query: `{ paper(id: ${JSON.stringify(id)}) { title } }` });
  const ask = (signal?: AbortSignal) =>
    fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      ...(signal ? { signal } : {}),
    }).then((response) => response.text());
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const isRunning = async () => (await store.read(RUNNING)).length > 0;
  const gone = async () => {
    while (await isRunning()) await delay(5);
  };
  /** Asks the slow question; answers once Neo4j runs it. */
  const runaway = async (signal?: AbortSignal) => {
    isSlow = true;
    const asked = ask(signal).catch(() => undefined);
    while (!(await isRunning())) await delay(5);
    isSlow = false;
    return { asked };
  };
  const found = { hungUp: [], timedOut: [], before: [], after: [] } as { [Name in keyof Release]: number[] };
  for (let round = 0; round < rounds; round++) {
    found.before.push(await timed(() => ask()));
    const impatient = new AbortController();
    const abandoned = await runaway(impatient.signal);
    impatient.abort();
    found.hungUp.push(await timed(gone));
    await abandoned.asked;
    found.after.push(await timed(() => ask()));
    const late = await runaway();
    await late.asked;
    found.timedOut.push(await timed(gone));
  }
  await server.close();
  return found;
};

/** The measurement as a part of a report. */
export const releaseReport = async (store: Store, id: string, rounds = 10): Promise<string> => {
  const { hungUp, timedOut, before, after } = await measure(store, id, rounds);
  const line = (what: string, times: readonly number[]) =>
    `| ${what} | ${quantile(times, 0.5).toFixed(0)} | ${Math.max(...times).toFixed(0)} |`;
  return [
    "### A statement of minutes that nobody waits for any more",
    "",
    "| | median ms | most ms |",
    "| --- | --- | --- |",
    line("client hangs up: until Neo4j runs nothing of it", hungUp),
    line("time is up: from the answer until Neo4j runs nothing of it", timedOut),
    line("an ordinary question before", before),
    line("an ordinary question right after", after),
    "",
  ].join("\n");
};
