import { afterEach, beforeEach, expect } from "@jest/globals";

/** A test that writes to the console fails: output is either asserted or not made, so that a run stays readable. */
const METHODS = ["debug", "error", "info", "log", "warn"] as const;
const original = Object.fromEntries(METHODS.map((method) => [method, console[method]]));
let written: string[] = [];

beforeEach(() => {
  written = [];
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) => {
      written.push(`console.${method}: ${parts.map(String).join(" ")}`);
    };
  }
});

afterEach(() => {
  Object.assign(console, original);
  expect(written).toEqual([]);
});
