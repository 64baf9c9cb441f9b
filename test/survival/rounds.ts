import { setTimeout as delay } from "node:timers/promises";
import type { BrokenLink } from "./broken-link.js";
import { runCommand, startCommand, type Target } from "./command.js";
import type { Place, Progress } from "./places.js";
import type { Scenario } from "./scenarios.js";

/** What an uninterrupted run makes. */
export interface Whole {
  readonly print: string;
  /** The shortest time that it took so far. */
  ms: number;
}

export interface Kill {
  readonly target: Target;
  readonly afterMs: number;
  /** How far the graph was; `survived` where the program went on, with an engine that it started anew. */
  readonly found: Progress | "survived";
}

export interface Round {
  readonly scenario: string;
  readonly kills: readonly Kill[];
  /** Whether the graph is as that of an uninterrupted run. */
  readonly equal: boolean;
}

export interface Cut {
  readonly scenario: string;
  /** How many connections each cut broke. */
  readonly cuts: readonly number[];
  readonly equal: boolean;
}

/** The part of a command's time in which the program is only loaded: nothing can be lost by a kill in it. */
const STARTING = 0.25;

export async function runWhole(place: Place, scenario: Scenario): Promise<Whole> {
  await place.prepare(scenario);
  const started = performance.now();
  await runCommand(scenario.command, place.environment);
  const ms = performance.now() - started;
  return { print: await place.fingerprint(), ms };
}

/** Kills the command at a random moment, sometimes again when it is run anew; then lets it end, and compares. */
export async function runKilled(place: Place, scenario: Scenario, whole: Whole, random: () => number): Promise<Round> {
  const targets: readonly Target[] =
    "PAPERGRAPH_DATA" in place.environment ? ["program", "program and engine", "engine"] : ["program"];
  const kills: Kill[] = [];
  while (kills.length === 0) {
    await place.prepare(scenario);
    do {
      const target = targets[Math.floor(random() * targets.length)]!;
      const kill = await killOnce(place, scenario, whole, target, STARTING + (1 - STARTING) * random());
      if (kill) kills.push(kill);
    } while (kills.length > 0 && random() < 0.3);
  }
  await runCommand(scenario.command, place.environment);
  return { scenario: scenario.name, kills, equal: (await place.fingerprint()) === whole.print };
}

/** Runs the command and kills it when the given part of its time is over; undefined when it had ended by then. */
async function killOnce(
  place: Place,
  scenario: Scenario,
  whole: Whole,
  target: Target,
  part: number,
): Promise<Kill | undefined> {
  const started = performance.now();
  const running = startCommand(scenario.command, place.environment);
  const afterMs = Math.round(part * whole.ms);
  await Promise.race([running.ended, delay(afterMs)]);
  const isStruck = running.kill(target);
  const { code, stderr } = await running.ended;
  if (code !== 0 && code !== null) throw new Error(`${scenario.name}: ended with ${code}:\n${stderr}`);
  if (!isStruck) {
    whole.ms = Math.min(whole.ms, performance.now() - started);
    return undefined;
  }
  return { target, afterMs, found: code === 0 ? "survived" : await place.progress() };
}

/** Cuts the command's connection to its server at random moments, for a while each; it must end by itself all the same. */
export async function runCut(
  place: Place,
  link: BrokenLink,
  scenario: Scenario,
  whole: Whole,
  random: () => number,
): Promise<Cut> {
  await place.prepare(scenario);
  const running = startCommand(scenario.command, place.environment);
  const ended = running.ended.then(() => true);
  const cuts: number[] = [];
  for (let from = STARTING; ; from = 0) {
    const isEnded = await Promise.race([ended, delay((from + 0.4 * random()) * whole.ms, false)]);
    if (isEnded) break;
    cuts.push(await link.cut(delay(50 + 1_500 * random())));
  }
  const { code, stderr } = await running.ended;
  if (code !== 0) throw new Error(`${scenario.name}: ended with ${code}:\n${stderr}`);
  return { scenario: scenario.name, cuts, equal: (await place.fingerprint()) === whole.print };
}
