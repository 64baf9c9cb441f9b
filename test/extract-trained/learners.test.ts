import { describe, expect, it } from "@jest/globals";
import { calibrate } from "../../ingest/extract/entity/calibration.js";
import { linearProbabilities } from "../../ingest/extract/entity/linear.js";
import { forestContributions, forestProbabilities } from "../../ingest/extract/entity/trees.js";
import { calibrationError, reliabilityTable, trainCalibration } from "../../ingest/train/calibration-trainer.js";
import { trainLinear } from "../../ingest/train/linear-trainer.js";
import { seededRandom } from "../../ingest/train/random.js";
import { trainForest } from "../../ingest/train/trees-trainer.js";

const TREES = {
  classCount: 2,
  rounds: 20,
  leaves: 6,
  rate: 0.3,
  minimumHessian: 0.5,
  l2: 1,
  featureShare: 1,
  rowShare: 1,
  seed: 1,
};

const random = seededRandom(3);
const points = Array.from({ length: 400 }, () => Float32Array.of(random(), random(), random()));
const either = Int8Array.from(points, ([x, y]) => (x! > 0.5 !== y! > 0.5 ? 1 : 0));

const probability = (forest: ReturnType<typeof trainForest>, row: Float32Array): number => {
  const out = new Float64Array(2);
  forestProbabilities(forest, row, out);
  return out[1]!;
};

describe("boosted trees", () => {
  it("learn what no single feature tells", () => {
    const forest = trainForest(points, either, TREES);
    const right = points.filter((row, i) => probability(forest, row) > 0.5 === (either[i] === 1)).length;
    expect(right / points.length).toBeGreaterThan(0.97);
  });

  it("are the same on every run with one seed", () => {
    const options = { ...TREES, featureShare: 0.7, rowShare: 0.7 };
    expect(trainForest(points, either, options)).toEqual(trainForest(points, either, options));
  });

  it("explain a score as the sum of what features did, from the mean of each tree", () => {
    const forest = trainForest(points, either, TREES);
    const row = points[0]!;
    const contributions = forestContributions(forest, row, 1, 3);
    let score = 0;
    let means = 0;
    for (let t = 1; t < forest.roots.length; t += 2) {
      let node = forest.roots[t]!;
      means += forest.value[node]!;
      while (forest.feature[node]! >= 0)
        node = row[forest.feature[node]!]! <= forest.threshold[node]! ? forest.left[node]! : forest.right[node]!;
      score += forest.value[node]!;
    }
    expect(contributions.reduce((a, b) => a + b, 0)).toBeCloseTo(score - means, 4);
  });
});

describe("sparse logistic regression", () => {
  it("learns which feature tells the class", () => {
    const rows = Array.from({ length: 300 }, (_, i) => Int32Array.of(i % 3, 100 + (i % 7), 200 + (i % 11)));
    const classes = Int8Array.from(rows, (row) => row[0]!);
    const model = trainLinear(rows, classes, {
      classCount: 3,
      slotBits: 10,
      epochs: 20,
      rate: 0.3,
      l2: 0.01,
      minimumCount: 2,
      seed: 1,
    });
    const out = new Float64Array(3);
    linearProbabilities(model, Int32Array.of(2, 103, 204), out);
    expect(out[2]).toBeGreaterThan(0.9);
  });
});

describe("calibration", () => {
  const outcomes = Array.from({ length: 2000 }, (_, i) => {
    const said = (i % 100) / 100;
    return { said, right: random() < said * said };
  });

  it("turns what is said into the share that is right, and never falls", () => {
    const curve = trainCalibration(outcomes);
    expect(calibrate(curve, 0.5)).toBeCloseTo(0.25, 1);
    const values = Array.from({ length: 101 }, (_, i) => calibrate(curve, i / 100));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const calibrated = outcomes.map(({ said, right }) => ({ said: calibrate(curve, said), right }));
    expect(calibrationError(calibrated)).toBeLessThan(calibrationError(outcomes) / 3);
  });

  it("tells in tenths what was said and what was right", () => {
    const table = reliabilityTable([
      { said: 0.4375, right: true },
      { said: 0.4375, right: false },
      { said: 1, right: true },
    ]);
    expect(table.filter(({ count }) => count > 0)).toEqual([
      { from: 0.4, to: 0.5, count: 2, said: 0.4375, right: 0.5 },
      { from: 0.9, to: 1, count: 1, said: 1, right: 1 },
    ]);
  });
});
