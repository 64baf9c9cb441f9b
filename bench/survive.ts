import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../ingest/train/random.js";
import { readSettings } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { refuseUserData } from "../test/support/wipe.js";
import { embeddedPlace, neo4jPlace, type Place } from "../test/survival/places.js";
import { type Expected, type Round, runKilled, runWhole } from "../test/survival/rounds.js";
import { type Scenario, scenarios } from "../test/survival/scenarios.js";

/**
 * Kills commands at random moments, runs them again, and compares the graph with that of an uninterrupted run.
 * `npm run survive -- --rounds 100 --seed 1` on the embedded store; with NEO4J_URI on that server, whose database it
 * empties. One line a round; exit code 1 when a round ends in another graph.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});

const folder = mkdtempSync(join(tmpdir(), "papergraph-survive-"));
const { store: settings } = readSettings();

async function findPlace(): Promise<{ place: Place; close: () => Promise<void> }> {
  if (settings.engine === "embedded") return { place: embeddedPlace(folder), close: async () => {} };
  const store = await openStore(settings);
  await refuseUserData(store);
  return { place: neo4jPlace(store, settings), close: () => store.close() };
}

/** Where a kill struck, in a word or two. */
const phaseOf = (found: Round["kills"][number]["found"]): string => {
  if (found === "ended") return "after the end, or survived";
  if (found.papers === 0) return "before the first batch";
  return found.isSettled ? "between" : `unsettled, ${found.papers} papers`;
};

const { place, close } = await findPlace();
const all = scenarios(folder);
const expected = new Map<Scenario, Expected>();
let unequal = 0;
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const scenario = all[round % all.length]!;
    const whole = expected.get(scenario) ?? (await runWhole(place, scenario));
    expected.set(scenario, whole);
    const { kills, equal } = await runKilled(
      place,
      scenario,
      whole,
      seededRandom(Number(values.seed) * 100_003 + round),
    );
    const told = kills.map(({ target, afterMs, found }) => `${target} after ${afterMs} ms (${phaseOf(found)})`);
    console.log(`${round + 1} ${equal ? "equal" : "UNEQUAL"} ${scenario.name}: ${told.join("; ")}`);
    if (!equal) unequal += 1;
  }
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${settings.engine}: ${Number(values.rounds) - unequal} of ${values.rounds} rounds ended equal.`);
if (unequal > 0) process.exitCode = 1;
