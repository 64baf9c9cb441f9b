import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../ingest/train/random.js";
import { readSettings } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { refuseUserData, wipe } from "../test/support/wipe.js";
import { type BrokenLink, breakableLink } from "../test/survival/broken-link.js";
import { embeddedPlace, neo4jPlace, type Place } from "../test/survival/places.js";
import { type Kill, runCut, runKilled, runWhole, type Whole } from "../test/survival/rounds.js";
import { type Scenario, scenarios } from "../test/survival/scenarios.js";

/**
 * Kills commands at random moments, runs them again, and compares the graph with that of an uninterrupted run.
 * `npm run survive -- --rounds 100 --seed 1` on the embedded store; with NEO4J_URI on that server, whose database it
 * empties; with `--cuts` as well it breaks the connection to the server instead, and the command must go on. One line a round; exit code 1 when a round ends in another graph.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    cuts: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "papergraph-survive-"));
const { store: settings } = readSettings();

interface Found {
  readonly place: Place;
  readonly link?: BrokenLink;
  close(): Promise<void>;
}

async function findPlace(): Promise<Found> {
  if (settings.engine === "embedded") return { place: embeddedPlace(folder), close: async () => {} };
  const store = await openStore(settings);
  await refuseUserData(store);
  const link = await breakableLink(settings.uri);
  const place = neo4jPlace(store, settings, link.uri);
  const close = async () => {
    await wipe(store);
    await store.close();
    await link.close();
  };
  return { place, link, close };
}

/** One round, and what is to be told of it. */
async function run(scenario: Scenario, whole: Whole, random: () => number): Promise<{ equal: boolean; told: string }> {
  if (values.cuts && link) {
    const { equal, cuts } = await runCut(place, link, scenario, whole, random);
    return { equal, told: `${cuts.join(", ")} connections cut` };
  }
  const { equal, kills } = await runKilled(place, scenario, whole, random);
  const told = kills.map(({ target, afterMs, found }) => `${target} after ${afterMs} ms (${phaseOf(found)})`);
  return { equal, told: told.join("; ") };
}

/** Where a kill struck, as the graph tells. */
const phaseOf = (found: Kill["found"]): string => {
  if (found === "survived") return "survived";
  return `${found.papers} papers, ${found.isSettled ? "settled" : "unsettled"}`;
};

const { place, link, close } = await findPlace();
const all = scenarios(folder);
const wholes = new Map<Scenario, Whole>();
let unequal = 0;
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const scenario = all[round % all.length]!;
    const whole = wholes.get(scenario) ?? (await runWhole(place, scenario));
    wholes.set(scenario, whole);
    const { equal, told } = await run(scenario, whole, seededRandom(Number(values.seed) * 100_003 + round));
    console.log(`${round + 1} ${equal ? "equal" : "UNEQUAL"} ${scenario.name}: ${told}`);
    if (!equal) unequal += 1;
  }
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${settings.engine}: ${Number(values.rounds) - unequal} of ${values.rounds} rounds ended equal.`);
if (unequal > 0) process.exitCode = 1;
