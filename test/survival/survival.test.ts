import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { seededRandom } from "../../ingest/train/random.js";
import type { StoreSettings } from "../../src/store/open-store.js";
import { eachStore, neo4jSettings } from "../support/each-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type BrokenLink, breakableLink } from "./broken-link.js";
import { runCommand, startCommand } from "./command.js";
import { embeddedPlace, neo4jPlace, type Place } from "./places.js";
import { runCut, runKilled, runWhole, type Whole } from "./rounds.js";
import { type Scenario, scenarios } from "./scenarios.js";

/** `npm run survive` runs as many as one likes. */
const KILLS = { embedded: 5, neo4j: 3 };
const CUTS = 2;
const SEED = 20261124;
/** A round runs the program several times. */
const ROUND_MS = 300_000;

eachStore((engine, open) => {
  const folder = temporaryFolder();
  const all = scenarios(folder);
  const rounds = (count: number) =>
    Array.from({ length: count }, (_, round) => ({ round, scenario: all[round % all.length]! }));
  const wholes = new Map<string, Whole>();
  let place: Place;
  let link: BrokenLink | undefined;
  beforeAll(async () => {
    if (engine === "embedded") {
      place = embeddedPlace(folder);
      return;
    }
    const settings = neo4jSettings() as StoreSettings & { engine: "neo4j" };
    link = await breakableLink(settings.uri);
    place = neo4jPlace(await open(), settings, link.uri);
  });
  afterAll(() => link?.close());
  const wholeOf = async (scenario: Scenario): Promise<Whole> => {
    const whole = wholes.get(scenario.name) ?? (await runWhole(place, scenario));
    wholes.set(scenario.name, whole);
    return whole;
  };

  describe("a command that is killed, run again", () => {
    it.each(rounds(KILLS[engine]))(
      "ends in the graph of an uninterrupted run: round $round, $scenario.name",
      async ({ round, scenario }) => {
        const { equal, kills } = await runKilled(place, scenario, await wholeOf(scenario), seededRandom(SEED + round));
        expect({ equal, kills }).toEqual({ equal: true, kills });
      },
      ROUND_MS,
    );
  });

  if (engine === "embedded") return;
  describe("a command whose server goes away and comes back", () => {
    it.each(rounds(CUTS))(
      "goes on by itself, to the graph of an uninterrupted run: round $round, $scenario.name",
      async ({ round, scenario }) => {
        const whole = await wholeOf(scenario);
        const { equal, cuts } = await runCut(place, link!, scenario, whole, seededRandom(SEED + round));
        expect({ equal, cuts }).toEqual({ equal: true, cuts });
      },
      ROUND_MS,
    );

    it(
      "ends with STORE_UNAVAILABLE when the server stays away, and says how to go on",
      async () => {
        const scenario = all[0]!;
        const { print } = await wholeOf(scenario);
        await place.prepare(scenario);
        const running = startCommand([...scenario.command, "--wait", "1"], place.environment);
        while ((await place.progress()).papers === 0);
        await link?.cut(running.ended);
        const { code, stderr } = await running.ended;
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(
            /does not answer.* Waiting for it, 1 s at most\.\nerror STORE_UNAVAILABLE: .* run the same command again/,
          ),
        });
        await runCommand(scenario.command, place.environment);
        expect(await place.fingerprint()).toBe(print);
      },
      ROUND_MS,
    );
  });
});
