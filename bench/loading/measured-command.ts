import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

export interface Measured {
  readonly stdout: string;
  /** Highest resident memory of the program, in MB; undefined where /proc does not tell. */
  readonly peak: number | undefined;
  /** And of the embedded engine's process. */
  readonly enginePeak: number | undefined;
}

const POLL_MS = 100;
const MAIN = join(packageRoot, "dist", "src", "cli", "main.js");

/** Runs `papergraph ARGS` with these settings and measures its memory. Throws what it said when it fails. */
export function measure(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Measured> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, HOME, ...environment },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  let peak: number | undefined;
  let enginePeak: number | undefined;
  const timer = setInterval(() => {
    peak = highest(peak, peakOf(child.pid));
    enginePeak = highest(enginePeak, peakOf(engineOf(environment.PAPERGRAPH_DATA)));
  }, POLL_MS);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ stdout, peak, enginePeak });
      else reject(new Error(`papergraph ${args.join(" ")} ended with ${code}:\n${stderr}`));
    });
  });
}

const highest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/** The kernel keeps the highest value, so that no peak falls between two looks. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

function engineOf(folder: string | undefined): number | undefined {
  const file = join(folder ?? "", "owner.json");
  if (folder === undefined || !existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")).engine;
  } catch {
    return undefined;
  }
}
