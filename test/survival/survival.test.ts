import { beforeAll, describe, expect, it } from "@jest/globals";
import { seededRandom } from "../../ingest/train/random.js";
import type { StoreSettings } from "../../src/store/open-store.js";
import { eachStore, neo4jSettings } from "../support/each-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { embeddedPlace, neo4jPlace, type Place } from "./places.js";
import { type Expected, runKilled, runWhole } from "./rounds.js";
import { scenarios } from "./scenarios.js";

/** `npm run survive` runs as many as one likes. */
const ROUNDS = 5;
const SEED = 20261124;

eachStore((engine, open) => {
  describe("a command that is killed, run again", () => {
    const folder = temporaryFolder();
    const all = scenarios(folder);
    const expected = new Map<string, Expected>();
    let place: Place;
    beforeAll(async () => {
      if (engine === "embedded") place = embeddedPlace(folder);
      else place = neo4jPlace(await open(), neo4jSettings() as StoreSettings & { engine: "neo4j" });
    });

    it.each(Array.from({ length: ROUNDS }, (_, i) => ({ round: i, scenario: all[i % all.length]! })))(
      "ends in the graph of an uninterrupted run: round $round, $scenario.name",
      async ({ round, scenario }) => {
        const whole = expected.get(scenario.name) ?? (await runWhole(place, scenario));
        expected.set(scenario.name, whole);
        const { equal, kills } = await runKilled(place, scenario, whole, seededRandom(SEED + round));
        expect({ equal, kills }).toEqual({ equal: true, kills });
      },
      300_000,
    );
  });
});
