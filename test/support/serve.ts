import { afterAll } from "@jest/globals";
import { LIMITS, type Limits } from "../../src/limits.js";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/server.js";
import type { Store } from "../../src/store/store.js";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has whatever form was asked for
  readonly body: any;
}

export interface Client {
  readonly url: string;
  /** Posts a GraphQL request and reads the answer. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Any request below the server's address, with the answer's text, as JSON where it is that. */
  send(path: string, init?: RequestInit): Promise<Answer>;
}

const readAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
};

/** A server on a free port of this machine, over the store; closed when the suite ends. The store stays open. */
export const serve = async (
  store: Store,
  { limits = {}, ...options }: Partial<Omit<ServerOptions, "limits">> & { limits?: Partial<Limits> } = {},
): Promise<Client> => {
  const running = await startServer(store, {
    port: 0,
    host: "127.0.0.1",
    corsOrigins: [],
    logLevel: "silent",
    ...options,
    limits: { ...LIMITS, ...limits },
  });
  servers.push(running);
  const send = async (path: string, init?: RequestInit) => readAnswer(await fetch(`${running.url}${path}`, init));
  return {
    url: running.url,
    send,
    ask: (query, variables) =>
      send("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, ...(variables ? { variables } : {}) }),
      }),
  };
};

const servers: RunningServer[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) await server.close();
});
