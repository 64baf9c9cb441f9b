import { once } from "node:events";
import { PapergraphError } from "../errors.js";

/** Data, for the next program: standard output. Waits while the reader is slower than we are. */
export const write = async (data: string): Promise<void> => {
  if (!process.stdout.write(data)) await once(process.stdout, "drain");
};

export const writeJson = (value: unknown): Promise<void> => write(`${JSON.stringify(value, null, 2)}\n`);

/** Talk, for the person: standard error. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `1 paper`, `1,200 papers`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** `error CODE: what was got, what is allowed, what to do`; a fault of ours with the place in the code. */
export const sayError = (error: unknown): void => {
  if (error instanceof PapergraphError && error.code !== "INTERNAL") say(`error ${error.code}: ${error.message}`);
  else say(`error INTERNAL: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
};

/** A reader that had enough (`| head`) is no fault: end without a word. */
export const endQuietlyOnClosedPipe = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
};
