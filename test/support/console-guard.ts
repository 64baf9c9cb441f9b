import { afterAll, afterEach, expect } from "@jest/globals";

/** A test that writes to the console fails: output is either asserted or not made, so that a run stays readable. */
const METHODS = ["debug", "error", "info", "log", "warn"] as const;
let written: string[] = [];

for (const method of METHODS) {
  console[method] = (...parts: unknown[]) => {
    written.push(`console.${method}: ${parts.map(String).join(" ")}`);
  };
}

function expectNothing(): void {
  const lines = written;
  written = [];
  expect(lines).toEqual([]);
}

afterEach(expectNothing);
afterAll(expectNothing);
