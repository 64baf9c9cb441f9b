/**
 * Hashes for features and names. They are part of the shipped weights: a change here needs a new training.
 * All are 32-bit and unsigned, so that they are equal on every machine.
 */

/** FNV-1a over UTF-16 code units, then a mix, since FNV's low bits of short texts are poor. */
export const hashText = (text: string, seed = 0): number => {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
};

/** One hash out of two, order kept. */
export const mixHashes = (a: number, b: number): number => finish(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ (b | 0));

/** The hash of feature `template` having `value`. */
export const featureHash = (template: number, value: number): number =>
  finish(Math.imul(template + 1, 0x9e3779b1) ^ (value | 0));

const finish = (hash: number): number => {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};
