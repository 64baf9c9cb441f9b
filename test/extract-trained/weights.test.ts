import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createExtractor } from "../../ingest/extract/create-extractor.js";
import { shippedWeights } from "../../ingest/extract/load-parts.js";
import { packWeights, unpackWeights } from "../../ingest/extract/weights-file.js";
import { PapergraphError } from "../../src/errors.js";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "papergraph-weights-"));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** The shipped weights with one file changed. */
const changed = (name: string, file: string, change: (bytes: Buffer) => Buffer): string => {
  const folder = join(root, name);
  cpSync(shippedWeights, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file))));
  return folder;
};

const withMeta = (meta: object) => (bytes: Buffer) => {
  const weights = unpackWeights(bytes);
  return packWeights({ ...weights, meta: { ...weights.meta, ...meta } });
};

const refusal = (weights: string): unknown => {
  try {
    return createExtractor({ weights });
  } catch (error) {
    return error instanceof PapergraphError ? [error.code, error.message] : error;
  }
};

describe("the weights of the extractor", () => {
  it("that are shipped are of this version of the features", () => {
    expect(createExtractor().version).toMatch(/^trained-\d+-[0-9a-f]{12}$/);
  });

  it.each([
    ["of other features", "tagger.bin", withMeta({ features: "0" }), /trained by another version of papergraph/],
    ["of two trainings", "entity.bin", withMeta({ statistics: "0" }), /its files are not of one training/],
    ["cut in the middle", "entity.bin", (bytes: Buffer) => bytes.subarray(0, 5000), /damaged or not of weights/],
    ["that are something else", "tagger.bin", () => Buffer.from("weights"), /damaged or not of weights/],
  ])("%s are refused with what to do", (name, file, change, message) => {
    expect(refusal(changed(name.replaceAll(" ", "-"), file, change))).toEqual([
      "WEIGHTS_UNFIT",
      expect.stringMatching(message),
    ]);
  });

  it("that are not there are told by name", () => {
    expect(refusal(join(root, "none"))).toEqual([
      "FILE_NOT_FOUND",
      expect.stringMatching(/statistics\.bin.*train --out/),
    ]);
  });
});
