import { randomUUID } from "node:crypto";
import { statement } from "./statements.js";
import type { Store, Write } from "./store.js";

const SET_VERSION = statement("meta/set-version");
const GET_VERSION = statement("meta/get-version");

/** The last write of every transaction: from then on the graph is another one. */
export const newVersion = (): Write => ({ statement: SET_VERSION, params: { version: randomUUID() } });

/** A text that is the same as long as the graph is, whoever changes it. */
export const dataVersion = async (store: Store): Promise<string> => {
  const [row] = await store.read<{ version: string }>(GET_VERSION);
  return row?.version ?? "empty";
};
