/** A curve from the share that the trees say to the share that is right, as points in between which it is straight. */
export interface Calibration {
  readonly said: Float32Array;
  readonly right: Float32Array;
}

export const STRAIGHT: Calibration = { said: Float32Array.of(0, 1), right: Float32Array.of(0, 1) };

export const calibrate = ({ said, right }: Calibration, probability: number): number => {
  let i = 1;
  while (i < said.length - 1 && said[i]! < probability) i++;
  const width = said[i]! - said[i - 1]!;
  const part = width > 0 ? Math.min(1, Math.max(0, (probability - said[i - 1]!) / width)) : 1;
  return right[i - 1]! + part * (right[i]! - right[i - 1]!);
};
