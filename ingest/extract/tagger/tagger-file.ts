import { dequantiser, packSparse, type Weights } from "../weights-file.js";
import { LABEL_COUNT, LABEL_STRIDE } from "./labels.js";
import type { TaggerModel } from "./tagger.js";

/** Emissions as bytes; transitions and starts are few and stay as they are, already as exp. */
export const packTagger = (model: {
  readonly emissions: Float32Array;
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
}): Weights => {
  const { gaps, bytes, top } = packSparse(model.emissions, LABEL_STRIDE, LABEL_COUNT);
  return {
    meta: { top, slotCount: model.emissions.length / LABEL_STRIDE },
    arrays: { gaps, bytes, transitions: model.transitions, starts: model.starts },
  };
};

export const unpackTagger = ({ meta, arrays }: Weights): TaggerModel => {
  const slotCount = meta.slotCount as number;
  const gaps = arrays.gaps as Uint16Array;
  const packed = arrays.bytes as Int8Array;
  const bytes = new Int8Array(slotCount * LABEL_STRIDE);
  let slot = -1;
  for (let i = 0; i < gaps.length; i++) {
    slot += gaps[i]!;
    bytes.set(packed.subarray(i * LABEL_COUNT, (i + 1) * LABEL_COUNT), slot * LABEL_STRIDE);
  }
  return {
    emissions: { bytes, values: dequantiser(meta.top as number) },
    slotMask: slotCount - 1,
    transitions: arrays.transitions as Float64Array,
    starts: arrays.starts as Float64Array,
  };
};
