import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { errorsPage } from "../../src/errors-page.js";
import { packageRoot } from "../../src/package-root.js";

interface Lock {
  readonly packages: Readonly<
    Record<string, { resolved?: string; optionalDependencies?: Record<string, string>; link?: boolean }>
  >;
}

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");
const lock = JSON.parse(read("package-lock.json")) as Lock;

describe("what is made from something else", () => {
  it("docs/errors.md is that of the catalogue (npm run docs:errors)", () => {
    expect(read("docs/errors.md")).toBe(errorsPage);
  });
});

describe("package-lock.json", () => {
  it("holds no download addresses", () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
  });

  it("has the packages of every platform (node scripts/complete-lock.mjs)", () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
