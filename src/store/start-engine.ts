import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PapergraphError } from "../errors.js";
import { isLocked, lockedStore, unopenedStore } from "./embedded-errors.js";
import { EngineProcess } from "./engine-process.js";
import { mayBeAlive, readOwner, writeOwner } from "./owner-file.js";

export interface RunningEngine {
  readonly engine: EngineProcess;
  readonly version: string;
}

/** A process whose parent was killed lets go of the files within this time. */
const LEFTOVER_MS = 5_000;

/** Makes the folder of an embedded store when it does not exist. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const message = `PAPERGRAPH_DATA is ${folder}, a folder that cannot be made here. Name another one.`;
    throw new PapergraphError("BAD_SETTING", message, { folder }, { cause });
  }
}

/** Starts a process of the engine that has the folder's database open; throws STORE_LOCKED or STORE_CORRUPT. */
export async function startEngine(folder: string): Promise<RunningEngine> {
  const deadline = Date.now() + LEFTOVER_MS;
  for (;;) {
    const engine = new EngineProcess();
    try {
      const version = (await engine.request({ kind: "open", file: join(folder, "graph.grafeo") })) as string;
      writeOwner(folder, engine.pid);
      return { engine, version };
    } catch (error) {
      await engine.kill();
      if (!isLocked(error)) throw unopenedStore(folder, error);
      const owner = readOwner(folder);
      if (mayBeAlive(owner) || Date.now() > deadline) throw lockedStore(folder, owner, error);
    }
    await delay(50);
  }
}
