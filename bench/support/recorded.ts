import { answerLocally } from "../../src/server/answer-locally.js";
import type { Params, Statement, Store } from "../../src/store/store.js";
import type { Variables } from "./operations.js";

interface Read {
  readonly statement: Statement;
  readonly params: Params;
}

/** The statements of one answer: those of a round are read at once, the rounds one after another. */
export type Recorded = readonly (readonly Read[])[];

/** What papergraph asks the store for one question, for another program to ask the same without it. */
export const record = async (store: Store, query: string, variables: Variables): Promise<Recorded> => {
  const rounds: Read[][] = [];
  let waiting = 0;
  const read: Store["read"] = async (statement, params = {}, options) => {
    if (waiting === 0) rounds.push([]);
    rounds.at(-1)?.push({ statement, params });
    waiting += 1;
    try {
      return await store.read(statement, params, options);
    } finally {
      waiting -= 1;
    }
  };
  const watched = new Proxy(store, { get: (target, name) => (name === "read" ? read : Reflect.get(target, name)) });
  const { errors } = await answerLocally(watched, { query, variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return rounds;
};
