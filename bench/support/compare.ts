import { type Ask, load } from "./load.js";
import { quantile } from "./quantile.js";

export interface Contender {
  readonly name: string;
  readonly ask: Ask;
}

export interface Result {
  readonly contender: string;
  /** The median of the rounds. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  /** The first contender's requests per second in multiples of this one's: the median of the rounds. */
  readonly ratio: number;
}

export interface Comparing {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Seconds before the first round, in which programs compile what they run and plans are made. */
  readonly warmup: number;
}

/**
 * Loads the contenders in turn, several rounds of it: what else the machine does falls on all of them, and each round
 * compares what was measured within seconds. Results are in the order of the contenders.
 */
export const compare = async (
  contenders: readonly Contender[],
  { connections, rounds, seconds, warmup }: Comparing,
): Promise<Result[]> => {
  for (const { ask } of contenders) await load(ask, connections, warmup);
  const speeds = contenders.map((): number[] => []);
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { ask }] of contenders.entries()) {
      const loaded = await load(ask, connections, seconds);
      speeds[i]?.push(loaded.requests / loaded.seconds);
      times[i]?.push(...loaded.times);
    }
  }
  const first = speeds[0] ?? [];
  return contenders.map(({ name }, i) => {
    const own = speeds[i] ?? [];
    return {
      contender: name,
      perSecond: quantile(own, 0.5),
      p50: quantile(times[i] ?? [], 0.5),
      p99: quantile(times[i] ?? [], 0.99),
      requests: times[i]?.length ?? 0,
      ratio: quantile(
        first.map((speed, round) => speed / (own[round] ?? Number.NaN)),
        0.5,
      ),
    };
  });
};
