/** One question asked and answered; throws when the answer is not one. */
export type Ask = (turn: number) => Promise<void>;

export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
}

/** Asks from so many connections at once, each again as soon as it is answered, until the time is up. */
export const load = async (ask: Ask, connections: number, seconds: number): Promise<Load> => {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let turn = 0;
  const connection = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      await ask(turn++);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { requests: times.length, seconds: (performance.now() - started) / 1000, times };
};
