import { describe, expect, it } from "@jest/globals";
import { ProgressLine, progressLine } from "../../src/cli/progress.js";

describe("a progress line", () => {
  it.each([
    [{ done: 0, rejected: 0 }, 0, "loading: 0 papers, 0/s"],
    [{ done: 1200, rejected: 0 }, 4, "loading: 1,200 papers, 300/s"],
    [{ done: 3, rejected: 0 }, 5, "loading: 3 papers, 0.6/s"],
    [{ done: 1200, rejected: 3 }, 4, "loading: 1,200 papers, 300/s, 3 rejected"],
    [{ done: 1200, rejected: 0, fraction: 0.25 }, 4, "loading: 1,200 papers, 300/s, 0:12 left"],
    [{ done: 9000, rejected: 0, fraction: 0.01 }, 60, "loading: 9,000 papers, 150/s, 1:39:00 left"],
    [{ done: 9000, rejected: 0, fraction: 1 }, 60, "loading: 9,000 papers, 150/s"],
  ])("of %j after %d s", (step, seconds, line) => {
    expect(progressLine({ phase: "loading", ...step }, seconds)).toBe(line);
  });

  const shown = (isTTY: boolean, times: readonly number[], size?: number): string[] => {
    const written: string[] = [];
    let now = 0;
    const progress = new ProgressLine({ size, out: { isTTY, write: (text) => written.push(text) }, now: () => now });
    for (const time of times) {
      now = time;
      progress.addBytes(100);
      progress.update({ phase: "loading", done: time / 10, rejected: 0 });
    }
    progress.end();
    return written;
  };

  it("is redrawn in place on a terminal, and taken away at the end", () => {
    expect(shown(true, [0, 50, 1000])).toEqual([
      "\r\u001b[2Kloading: 0 papers, 0/s",
      "\r\u001b[2Kloading: 100 papers, 100/s",
      "\r\u001b[2K",
    ]);
  });

  it("tells the time left where the size of the files is known", () => {
    expect(shown(false, [0, 5000, 10_000], 600)).toEqual([
      "loading: 500 papers, 100/s, 0:10 left\n",
      "loading: 1,000 papers, 100/s, 0:10 left\n",
    ]);
  });

  it("counts each phase from its own beginning", () => {
    const written: string[] = [];
    let now = 0;
    const progress = new ProgressLine({ out: { write: (text) => written.push(text) }, now: () => now });
    const steps = [
      [5_000, "loading", 500, "papers"],
      [10_000, "settling", 0, "entities"],
      [15_000, "settling", 50, "entities"],
    ] as const;
    for (const [time, phase, done, unit] of steps) {
      now = time;
      progress.update({ phase, done, unit, rejected: 0 });
    }
    expect(written).toEqual([
      "loading: 500 papers, 100/s\n",
      "settling: 0 entities, 0/s\n",
      "settling: 50 entities, 10/s\n",
    ]);
  });

  it("is a line every few seconds elsewhere", () => {
    expect(shown(false, [0, 1000, 5000, 6000, 12_000])).toEqual([
      "loading: 500 papers, 100/s\n",
      "loading: 1,200 papers, 100/s\n",
    ]);
  });
});
