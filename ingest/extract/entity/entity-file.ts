import { ROLES } from "../../../src/vocabulary.js";
import { HashTable } from "../statistics/hash-table.js";
import { packSparse, unpackSparse, type WeightArray, type Weights } from "../weights-file.js";
import { CLASS_COUNT } from "./decide.js";
import type { EntityModel } from "./entity-model.js";
import type { LinearModel } from "./linear.js";
import { type NamePrior, OUTCOMES } from "./name-prior.js";
import type { Forest } from "./trees.js";

type Arrays = Record<string, WeightArray>;
type Meta = Record<string, unknown>;

/** An entity model whose name prior is in tables, as it is shipped. */
export interface EntityTables {
  readonly names: HashTable;
  readonly heads: HashTable;
  readonly base: Float64Array;
}

export const packEntityModel = (model: Omit<EntityModel, "prior">, prior: EntityTables): Weights => {
  const arrays: Arrays = {
    "calibration.said": model.calibration.said,
    "calibration.right": model.calibration.right,
    "prior.base": prior.base,
  };
  const meta: Meta = { forests: model.forests.length, roleForests: model.roles.forests.length };
  for (const part of ["names", "heads"] as const) {
    arrays[`${part}.keys`] = prior[part].keys;
    arrays[`${part}.checks`] = prior[part].checks;
    arrays[`${part}.bytes`] = prior[part].bytes;
  }
  packLinear("linear", model.linear, arrays, meta);
  packLinear("roles", model.roles.linear, arrays, meta);
  model.forests.forEach((forest, k) => {
    packForest(`forest${k}`, forest, arrays);
  });
  model.roles.forests.forEach((forest, k) => {
    packForest(`roles${k}`, forest, arrays);
  });
  return { meta, arrays };
};

export const unpackEntityModel = ({ meta, arrays }: Weights): EntityModel => {
  const table = (part: string): HashTable =>
    new HashTable(
      arrays[`${part}.keys`] as Uint32Array,
      arrays[`${part}.checks`] as Uint16Array,
      arrays[`${part}.bytes`] as Uint8Array,
      OUTCOMES,
    );
  const forests = (name: string, count: number, classCount: number): Forest[] =>
    Array.from({ length: count }, (_, k) => unpackForest(`${name}${k}`, arrays, classCount));
  return {
    prior: tablePrior({ names: table("names"), heads: table("heads"), base: arrays["prior.base"] as Float64Array }),
    linear: unpackLinear("linear", arrays, meta, CLASS_COUNT),
    forests: forests("forest", meta.forests as number, CLASS_COUNT),
    calibration: {
      said: arrays["calibration.said"] as Float32Array,
      right: arrays["calibration.right"] as Float32Array,
    },
    roles: {
      linear: unpackLinear("roles", arrays, meta, ROLES.length),
      forests: forests("roles", meta.roleForests as number, ROLES.length),
    },
  };
};

export const tablePrior = ({ names, heads, base }: EntityTables): NamePrior => {
  const look = (table: HashTable, id: number, out: Float64Array): boolean => {
    const row = table.find(Math.floor(id / 65536), id % 65536);
    if (row < 0) return false;
    for (let o = 0; o < OUTCOMES; o++) out[o]! += table.byte(row, o);
    return true;
  };
  return { name: (id, out) => look(names, id, out), head: (id, out) => look(heads, id, out), base };
};

const packLinear = (name: string, model: LinearModel, arrays: Arrays, meta: Meta): void => {
  const { gaps, bytes, top } = packSparse(model.weights, model.classCount, model.classCount);
  arrays[`${name}.gaps`] = gaps;
  arrays[`${name}.bytes`] = bytes;
  arrays[`${name}.bias`] = model.bias;
  meta[name] = { top, slotCount: model.slotMask + 1 };
};

const unpackLinear = (
  name: string,
  arrays: Weights["arrays"],
  meta: Weights["meta"],
  classCount: number,
): LinearModel => {
  const { top, slotCount } = meta[name] as { top: number; slotCount: number };
  return {
    classCount,
    weights: unpackSparse(
      arrays[`${name}.gaps`] as Uint16Array,
      arrays[`${name}.bytes`] as Int8Array,
      top,
      classCount,
      classCount,
      slotCount,
    ),
    bias: arrays[`${name}.bias`] as Float32Array,
    slotMask: slotCount - 1,
  };
};

const FOREST_PARTS = ["bias", "roots", "feature", "threshold", "left", "right", "value"] as const;

const packForest = (name: string, forest: Forest, arrays: Arrays): void => {
  for (const part of FOREST_PARTS) arrays[`${name}.${part}`] = forest[part];
};

const unpackForest = (name: string, arrays: Weights["arrays"], classCount: number): Forest =>
  ({ classCount, ...Object.fromEntries(FOREST_PARTS.map((part) => [part, arrays[`${name}.${part}`]])) }) as Forest;
