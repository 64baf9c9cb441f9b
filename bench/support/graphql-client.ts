import { Agent, request } from "node:http";
import type { Data, Variables } from "./operations.js";

export interface GraphqlClient {
  /** The `data` of an answer; throws for an error. */
  ask(query: string, variables: Variables): Promise<Data>;
  close(): void;
}

/** A client that keeps its connections, as a program's would be, and takes no compressed answers. */
export const graphqlClient = (url: string, connections: number): GraphqlClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body: string): Promise<string> =>
    new Promise<string>((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      const sent = request(url, { method: "POST", agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString()));
        response.on("error", reject);
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // The server closed an idle connection as this was sent on it: what every client sends again.
        if (sent.reusedSocket && error.code === "ECONNRESET") post(body).then(resolve, reject);
        else reject(error);
      });
      sent.end(body);
    });
  return {
    ask: async (query, variables) => {
      const { data, errors } = JSON.parse(await post(JSON.stringify({ query, variables })));
      if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
      return data;
    },
    close: () => agent.destroy(),
  };
};
