import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

export type Environment = Readonly<Record<string, string>>;

export interface RunningCommand {
  /** Exit code, or null where it was killed; and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  /** False where nothing was left to be killed. */
  kill(target: Target): boolean;
}

/** What dies: the program alone, the program with the embedded engine's process, or that process alone. */
export type Target = "program" | "program and engine" | "engine";

const MAIN = join(packageRoot, "dist", "src", "cli", "main.js");

/** Starts `papergraph ARGS` as it is built, with these settings only. */
export function startCommand(args: readonly string[], environment: Environment): RunningCommand {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    // A group of its own, so that all of it can be killed at one blow.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH, HOME, ...environment },
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stderr }));
  });
  const pid = child.pid ?? 0;
  const kill = (target: Target): boolean => {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (target === "engine") return killEngine(environment.PAPERGRAPH_DATA);
    return target === "program" ? child.kill("SIGKILL") : process.kill(-pid, "SIGKILL");
  };
  return { ended, kill };
}

/** The engine's process is named in the folder of its store; between two runs of it there is none. */
function killEngine(folder: string | undefined): boolean {
  const file = join(folder ?? "", "owner.json");
  if (!existsSync(file)) return false;
  try {
    return process.kill(JSON.parse(readFileSync(file, "utf8")).engine, "SIGKILL");
  } catch {
    // It has just ended, or its name was being written.
    return false;
  }
}

/** Runs a command to its end; throws what it said when it does not end with 0. */
export async function runCommand(args: readonly string[], environment: Environment): Promise<void> {
  const { code, stderr } = await startCommand(args, environment).ended;
  if (code !== 0) throw new Error(`papergraph ${args.join(" ")} ended with ${code}:\n${stderr}`);
}
