import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Program {
  /** The first address that it printed. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs a server until `stop`; answers once it has printed where it listens. */
export const startProgram = async (args: readonly string[], environment: Record<string, string>): Promise<Program> => {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const address = /https?:\/\/\S+?(?=\/graphql|$)/.exec(line)?.[0];
        if (address) resolve(address);
      });
    }
    void ended.then(() => reject(new Error(`${args.join(" ")} ended:\n${said.join("\n")}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, stop };
};
