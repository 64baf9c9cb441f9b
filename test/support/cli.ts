import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, jest } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** Without lines of progress: whether there are any is the machine's speed. */
  readonly stderr: string;
}

/** A running command, for tests that talk to it while it runs. */
export interface Running {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves with the match once standard error has said it; rejects when the command ends before. */
  said(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<Ended>;
}

/** Each command is a program that starts, and some tests run several. */
jest.setTimeout(120_000);

/** A failed test leaves its command running; it does not outlive the test file. */
const running = new Set<ChildProcessWithoutNullStreams>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** Starts `papergraph ARGS` as built by `npm test`, with these settings and no others. */
export const startCli = (args: readonly string[], environment: Environment = {}): Running => {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(packageRoot, "dist", "src", "cli", "main.js"), ...args], {
    cwd: packageRoot,
    env: { PATH, HOME, LOG_LEVEL: "error", ...environment },
  });
  running.add(child);
  // A command may end before it has read its input.
  child.stdin.on("error", () => {});
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
    for (const look of waiting) look();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, stdout, stderr: stderr.replaceAll(/^(loading|settling|extracting): .*\n/gm, "") });
    });
  });
  const said = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = stderr.match(pattern);
        if (match) resolve(match);
      };
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`ended without saying ${pattern}:\n${stderr}`)));
    });
  return { process: child, said, ended };
};

/** Runs `papergraph ARGS` to its end. */
export const runCli = (args: readonly string[], environment: Environment = {}, input = ""): Promise<Ended> => {
  const { process, ended } = startCli(args, environment);
  process.stdin.end(input);
  return ended;
};
