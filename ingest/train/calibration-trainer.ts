import type { Calibration } from "../extract/entity/calibration.js";

/** A prediction that the trainer had held back: what was said, and whether it was right. */
export interface Outcome {
  readonly said: number;
  readonly right: boolean;
}

const BLOCKS = 24;

/** A rising curve through the shares that were right: equal blocks of outcomes, then pooled where they do not rise. */
export const trainCalibration = (outcomes: readonly Outcome[]): Calibration => {
  const sorted = [...outcomes].sort((a, b) => a.said - b.said || +a.right - +b.right);
  const size = Math.max(1, Math.ceil(sorted.length / BLOCKS));
  const pools: { said: number; right: number; count: number }[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const block = sorted.slice(at, at + size);
    pools.push({
      said: block.reduce((sum, { said }) => sum + said, 0),
      right: block.reduce((sum, { right }) => sum + +right, 0),
      count: block.length,
    });
    for (let last = pools.at(-1)!, before = pools.at(-2); before; last = pools.at(-1)!, before = pools.at(-2)) {
      if (before.right / before.count <= last.right / last.count) break;
      pools.splice(-2, 2, {
        said: before.said + last.said,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  return {
    said: Float32Array.of(0, ...pools.map(({ said, count }) => said / count), 1),
    right: Float32Array.of(0, ...pools.map(({ right, count }) => right / count), 1),
  };
};

export interface Reliability {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly said: number;
  readonly right: number;
}

/** Outcomes in tenths of what was said: mean said, share right. */
export const reliabilityTable = (outcomes: readonly Outcome[]): Reliability[] =>
  Array.from({ length: 10 }, (_, tenth) => {
    const its = outcomes.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === tenth);
    const mean = (of: (outcome: Outcome) => number): number =>
      its.length ? its.reduce((sum, outcome) => sum + of(outcome), 0) / its.length : 0;
    return {
      from: tenth / 10,
      to: (tenth + 1) / 10,
      count: its.length,
      said: mean(({ said }) => said),
      right: mean(({ right }) => +right),
    };
  });

/** Expected calibration error: the mean distance of what was said from what was right, over the tenths. */
export const calibrationError = (outcomes: readonly Outcome[]): number =>
  reliabilityTable(outcomes).reduce((sum, { count, said, right }) => sum + count * Math.abs(said - right), 0) /
  (outcomes.length || 1);
