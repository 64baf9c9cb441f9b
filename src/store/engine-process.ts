import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PapergraphError } from "../errors.js";
import { packageRoot } from "../package-root.js";
import type { Answer, Failure, Reply, Request } from "./engine-protocol.js";

/** The engine's process ended before it answered. `planned` when the store itself ended it. */
export class EngineGone extends Error {
  constructor(readonly planned: boolean) {
    super(planned ? "the engine was ended by the store" : "the engine ended by itself");
  }
}

/** The engine answered with an error of its own. */
export class EngineFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** One run of the engine's process: requests by number, answers as they come. */
export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly exited: Promise<void>;
  #last = 0;
  #planned = false;
  #gone = false;

  constructor() {
    // Compiled code also when the program runs from its sources: a child has no TypeScript loader.
    const code = join(packageRoot, "dist/src/store/embedded-process.js");
    if (!existsSync(code)) {
      throw new PapergraphError("BAD_USAGE", `${code} is missing. Run "npm run build" first.`, { file: code });
    }
    this.#child = fork(code, {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (reply: Reply) => this.#settle(reply));
    this.exited = new Promise((resolve) => {
      const end = () => {
        this.#end();
        resolve();
      };
      this.#child.once("exit", end);
      this.#child.once("error", end);
    });
    this.#hold();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  request(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(new EngineGone(this.#planned));
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#hold();
      // A failed send means that the process is ending; `exit` then rejects what waits.
      this.#child.send({ id, request }, () => {});
    });
  }

  /** Ends the process at once. Nothing acknowledged is lost: the engine's log is replayed at the next open. */
  async kill(): Promise<void> {
    this.#planned = true;
    this.#child.ref();
    this.#child.kill("SIGKILL");
    await this.exited;
  }

  /** Keeps this program running while an answer is awaited, and only then: a forgotten store does not hang its exit. */
  #hold(): void {
    const hold = this.#waiting.size > 0 ? "ref" : "unref";
    this.#child[hold]();
    this.#child.channel?.[hold]();
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#hold();
    if ("failure" in reply) waiting?.reject(new EngineFailure(reply.failure));
    else waiting?.resolve(reply.answer);
  }

  #end(): void {
    this.#gone = true;
    for (const { reject } of this.#waiting.values()) reject(new EngineGone(this.#planned));
    this.#waiting.clear();
  }
}
