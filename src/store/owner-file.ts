import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";

/** Who has an embedded store open. The engine's own lock decides; this file only gives it a name for messages. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  /** The engine's own process, a child of `pid`. */
  readonly engine: number;
  readonly since: string;
}

const fileOf = (folder: string): string => join(folder, "owner.json");

/** Leaves the name; a folder in which that fails, by a full disk perhaps, still serves. */
export function writeOwner(folder: string, engine: number): void {
  const command = process.argv
    .slice(1, 4)
    .map((part) => basename(part))
    .join(" ");
  const owner: Owner = { pid: process.pid, host: hostname(), command, engine, since: new Date().toISOString() };
  try {
    writeFileSync(fileOf(folder), `${JSON.stringify(owner)}\n`);
  } catch {
    removeOwner(folder);
  }
}

export const removeOwner = (folder: string): void => rmSync(fileOf(folder), { force: true });

export function readOwner(folder: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(fileOf(folder), "utf8"));
    return Number.isInteger(owner?.pid) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** False only when the owner is known to have ended: a process of this machine that no longer runs. */
export function mayBeAlive(owner: Owner | undefined): boolean {
  if (owner?.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
