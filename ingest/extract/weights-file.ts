import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** The kinds of array that weights are kept in. */
export type WeightArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

const TYPES = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array };
type TypeName = keyof typeof TYPES;

interface Header {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: readonly { readonly name: string; readonly type: TypeName; readonly length: number }[];
}

/** Named arrays and a few facts, as one gzipped file. */
export interface Weights {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, WeightArray>>;
}

/** Little-endian, each array on a multiple of 8 behind a header in JSON. Equal weights give equal bytes. */
export const packWeights = ({ meta, arrays }: Weights): Buffer => {
  const entries = Object.entries(arrays).sort(([a], [b]) => (a < b ? -1 : 1));
  const header: Header = {
    meta,
    arrays: entries.map(([name, array]) => ({ name, type: array.constructor.name as TypeName, length: array.length })),
  };
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeUInt32LE(text.length);
  const parts = [size, padded(text)];
  for (const [, array] of entries) parts.push(padded(Buffer.from(array.buffer, array.byteOffset, array.byteLength)));
  return gzipSync(Buffer.concat(parts), { level: 9 });
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);

export const unpackWeights = (packed: Buffer): Weights => {
  const bytes = gunzipSync(packed);
  // A copy of its own memory, so that every array begins on a multiple of 8.
  const memory = new ArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  const size = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 8, 8 + size)) as Header;
  let at = 8 + size + ((8 - (size % 8)) % 8);
  const arrays: Record<string, WeightArray> = {};
  for (const { name, type, length } of header.arrays) {
    const array = new TYPES[type](memory, at, length);
    arrays[name] = array;
    at += array.byteLength + ((8 - (array.byteLength % 8)) % 8);
  }
  return { meta: header.meta, arrays };
};

export const readWeights = (file: string): Weights => unpackWeights(readFileSync(file));

/** Weights as bytes on a square-root scale: small weights, which are many, keep their precision. */
export const quantise = (weights: ArrayLike<number>): { bytes: Int8Array; top: number } => {
  let top = 1e-9;
  for (let i = 0; i < weights.length; i++) top = Math.max(top, Math.abs(weights[i]!));
  const bytes = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++)
    bytes[i] = Math.sign(weights[i]!) * Math.round(127 * Math.sqrt(Math.abs(weights[i]!) / top));
  return { bytes, top };
};

/** The value of each byte, from -128 at index 0. */
export const dequantiser = (top: number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, i) => Math.sign(i - 128) * top * ((i - 128) / 127) ** 2);

/**
 * Hashed weights, most of whose slots are empty: the distances between used slots and their bytes, `width` a slot.
 * A slot all of whose bytes are 0 is left out.
 */
export const packSparse = (
  weights: Float32Array,
  stride: number,
  width: number,
): { gaps: Uint16Array; bytes: Int8Array; top: number } => {
  const { bytes, top } = quantise(weights);
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = -1;
  for (let slot = 0; slot * stride < weights.length; slot++) {
    let any = slot - last === 65535;
    for (let k = 0; k < width; k++) if (bytes[slot * stride + k] !== 0) any = true;
    if (!any) continue;
    gaps.push(slot - last);
    last = slot;
    for (let k = 0; k < width; k++) kept.push(bytes[slot * stride + k]!);
  }
  return { gaps: Uint16Array.from(gaps), bytes: Int8Array.from(kept), top };
};

export const unpackSparse = (
  gaps: Uint16Array,
  bytes: Int8Array,
  top: number,
  stride: number,
  width: number,
  slotCount: number,
): Float32Array => {
  const value = dequantiser(top);
  const weights = new Float32Array(slotCount * stride);
  let slot = -1;
  for (let i = 0; i < gaps.length; i++) {
    slot += gaps[i]!;
    for (let k = 0; k < width; k++) weights[slot * stride + k] = value[bytes[i * width + k]! + 128]!;
  }
  return weights;
};
