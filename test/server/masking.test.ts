import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { GraphQLError } from "graphql";
import { PapergraphError } from "../../src/errors.js";
import { LIMITS } from "../../src/limits.js";
import { answerLocally } from "../../src/server/answer-locally.js";
import { requestSignal } from "../../src/server/deadline.js";
import { formatError } from "../../src/server/format-error.js";
import { eachStore } from "../support/each-store.js";

const INTERNAL = {
  message: "A fault of papergraph. The log has it under the request id.",
  extensions: { code: "INTERNAL" },
};

const thrown = (originalError: Error) => new GraphQLError(originalError.message, { path: ["papers"], originalError });

describe("what a client sees of an error", () => {
  it.each([
    ["a driver's text", thrown(new Error("bolt://neo4j:secret@db refused")), INTERNAL],
    ["a fault of ours", thrown(new PapergraphError("INTERNAL", "rows of papers/list are not in order")), INTERNAL],
    ["null where the schema has none", new GraphQLError("Cannot return null for non-nullable field A.b."), INTERNAL],
    ["something that is no error", "boom", INTERNAL],
    [
      "an error of the catalogue",
      thrown(new PapergraphError("LIMIT_EXCEEDED", "Too much.", { got: 2, allowed: 1 }, { cause: new Error("x") })),
      { message: "Too much.", extensions: { code: "LIMIT_EXCEEDED", got: 2, allowed: 1 } },
    ],
    [
      "an error of the catalogue, wrapped twice",
      thrown(thrown(new PapergraphError("BAD_CURSOR", "Cut."))),
      { message: "Cut.", extensions: { code: "BAD_CURSOR" } },
    ],
    [
      "a request that was stopped",
      thrown(
        new PapergraphError(
          "TIMEOUT",
          "The statement was stopped.",
          {},
          { cause: new PapergraphError("TIMEOUT", "Late.") },
        ),
      ),
      { message: "Late.", extensions: { code: "TIMEOUT" } },
    ],
    [
      "a refusal of GraphQL's own, without what Apollo adds to it",
      new GraphQLError("No.", { extensions: { code: "GRAPHQL_VALIDATION_FAILED", stacktrace: ["a.ts"] } }),
      { message: "No.", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
    ],
    [
      "an argument that got null",
      new GraphQLError('Argument "id" of non-null type "ID!" must not be null.'),
      {
        message: 'Argument "id" of non-null type "ID!" must not be null.',
        extensions: { code: "BAD_USER_INPUT" },
      },
    ],
  ])("of %s", (_name, error, shown) => {
    expect(formatError(LIMITS)({ message: String(error) }, error)).toEqual(shown);
  });
});

describe("the signal of a request", () => {
  const reasons: Promise<unknown>[] = [];
  const server = createServer((request, response) => {
    const signal = requestSignal(response, request.url === "/late" ? 5 : 60_000);
    reasons.push(
      new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          resolve(signal.reason);
          response.end();
        });
      }),
    );
    if (request.url === "/hung-up") response.write("a part");
  });
  const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("aborts with TIMEOUT when its time is over", async () => {
    await (await fetch(address("/late"))).text();
    expect(await reasons.at(-1)).toMatchObject({ code: "TIMEOUT", details: { allowed: 5 } });
  });

  it("aborts when the client hangs up", async () => {
    const client = new AbortController();
    await fetch(address("/hung-up"), { signal: client.signal });
    client.abort();
    expect(await reasons.at(-1)).toMatchObject({ code: "TIMEOUT", message: "The client hung up." });
  });
});

eachStore((_engine, open) => {
  it("a request that is out of time is TIMEOUT, and the store answers the next one", async () => {
    const store = await open();
    const late = await answerLocally(store, { query: "{ papers { totalCount } }" }, AbortSignal.abort());
    expect(late.errors?.map(({ extensions }) => extensions?.code)).toEqual(["TIMEOUT"]);
    const next = await answerLocally(store, { query: "{ papers { totalCount } }" });
    expect(next).toEqual({ data: { papers: { totalCount: 0 } } });
  });
});
