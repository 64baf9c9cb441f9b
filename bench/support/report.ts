import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { packageRoot, version } from "../../src/package-root.js";
import type { Result } from "./compare.js";

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** One operation's table, in Markdown. */
export const table = (title: string, results: readonly Result[]): string =>
  [
    `### ${title}`,
    "",
    "| | req/s | p50 ms | p99 ms | requests | first is so many times as fast |",
    "| --- | --- | --- | --- | --- | --- |",
    ...results.map(
      ({ contender, perSecond, p50, p99, requests, ratio }) =>
        `| ${contender} | ${short(perSecond)} | ${short(p50)} | ${short(p99)} | ${requests} | ${short(ratio)} |`,
    ),
    "",
  ].join("\n");

const commit = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: packageRoot, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** When, on what and from which state of the program something was measured. */
export const circumstances = (about: readonly string[]): string =>
  [
    `- ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, papergraph ${version} (${commit()}), Node ${process.version}`,
    `- ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ` +
      `load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(", ")} (1, 5, 15 minutes) at the end`,
    ...about.map((line) => `- ${line}`),
    "",
  ].join("\n");

/** Keeps a report in bench/results, by its date. */
export const keep = (name: string, text: string): string => {
  const folder = join(packageRoot, "bench", "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().slice(0, 10)}-${name}.md`);
  writeFileSync(file, text);
  return file;
};
