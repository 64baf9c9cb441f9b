import { setTimeout as delay } from "node:timers/promises";
import { runCommand, startCommand, type Target } from "./command.js";
import type { Place, Progress } from "./places.js";
import type { Scenario } from "./scenarios.js";

export interface Expected {
  readonly print: string;
  /** How long the command takes when nobody kills it. */
  readonly ms: number;
}

export interface Round {
  readonly scenario: string;
  readonly kills: readonly { readonly target: Target; readonly afterMs: number; readonly found: Progress | "ended" }[];
  /** Whether the graph is as that of an uninterrupted run. */
  readonly equal: boolean;
}

/** What an uninterrupted run makes. */
export async function runWhole(place: Place, scenario: Scenario): Promise<Expected> {
  await place.prepare(scenario);
  const started = performance.now();
  await runCommand(scenario.command, place.environment);
  const ms = performance.now() - started;
  return { print: await place.fingerprint(), ms };
}

/** Kills the command at a random moment, sometimes again when it is run anew; then lets it end, and compares. */
export async function runKilled(
  place: Place,
  scenario: Scenario,
  expected: Expected,
  random: () => number,
): Promise<Round> {
  const targets: readonly Target[] =
    "PAPERGRAPH_DATA" in place.environment ? ["program", "program and engine", "engine"] : ["program"];
  await place.prepare(scenario);
  const kills: Round["kills"][number][] = [];
  do {
    const target = targets[Math.floor(random() * targets.length)]!;
    const afterMs = Math.round(random() * expected.ms);
    const running = startCommand(scenario.command, place.environment);
    const isEnded = await Promise.race([running.ended.then(() => true), delay(afterMs, false)]);
    running.kill(target);
    const { code, stderr } = await running.ended;
    // The engine alone may die: the program starts another one and goes on.
    if (code !== 0 && code !== null) throw new Error(`${scenario.name}: ended with ${code}:\n${stderr}`);
    const found = isEnded || code === 0 ? "ended" : await place.progress();
    kills.push({ target, afterMs, found });
  } while (random() < 0.3);
  await runCommand(scenario.command, place.environment);
  return { scenario: scenario.name, kills, equal: (await place.fingerprint()) === expected.print };
}
