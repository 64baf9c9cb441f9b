import { seededRandom } from "./random.js";
import type { Vectors } from "./word-vectors.js";

const ROUNDS = 8;

/** Spherical k-means: the cluster of each vector, from 0. Centres start at vectors of frequent words. */
export const clusterVectors = ({ count, width, values }: Vectors, size: number): Int32Array => {
  const k = Math.min(size, count);
  const random = seededRandom(size);
  const centres = new Float32Array(k * width);
  const pool = Math.min(count, 20_000);
  const chosen = new Set<number>();
  while (chosen.size < k) chosen.add(Math.floor(random() * pool));
  [...chosen].forEach((i, c) => {
    centres.set(values.subarray(i * width, (i + 1) * width), c * width);
  });
  const cluster = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) {
      let best = -Infinity;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < width; d++) dot += values[i * width + d]! * centres[c * width + d]!;
        if (dot > best) {
          best = dot;
          cluster[i] = c;
        }
      }
    }
    if (round === ROUNDS - 1) break;
    const sums = new Float64Array(k * width);
    for (let i = 0; i < count; i++)
      for (let d = 0; d < width; d++) sums[cluster[i]! * width + d]! += values[i * width + d]!;
    for (let c = 0; c < k; c++) {
      let length = 0;
      for (let d = 0; d < width; d++) length += sums[c * width + d]! ** 2;
      if (length === 0) continue;
      const factor = 1 / Math.sqrt(length);
      for (let d = 0; d < width; d++) centres[c * width + d] = sums[c * width + d]! * factor;
    }
  }
  return cluster;
};
