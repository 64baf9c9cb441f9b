import { beforeAll, describe, expect, it } from "@jest/globals";
import { dump } from "../../ingest/load/fingerprint.js";
import type { Store } from "../../src/store/store.js";
import { load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";
import { BODIES } from "./hostile/bodies.js";
import { DOCUMENTS } from "./hostile/documents.js";
import { VALUES } from "./hostile/values.js";

const HOSTILE = Object.entries({ ...DOCUMENTS, ...VALUES, ...BODIES });

eachStore((_engine, open) => {
  describe("a server that is asked with ill will", () => {
    let store: Store;
    let client: Client;
    let before: unknown;

    beforeAll(async () => {
      store = await open();
      await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES", "GLUE / DATASET / EVALUATES"] });
      before = await dump(store);
      client = await serve(store);
    });

    it.each(HOSTILE)("is not harmed by %s", async (_name, { path = "/graphql", init, code, data }) => {
      const answer = await client.send(path, init);
      if (code === undefined) {
        expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { data } });
      } else {
        const { errors, data: rest } = answer.body;
        const given = Object.values(rest ?? {}).filter((value) => value !== null);
        expect({ code: errors?.[0].extensions.code, given }).toEqual({ code, given: [] });
        // A field that may be null is so beside its error; the rest of a question is still answered.
        if (!rest) expect([400, 405, 413, 415]).toContain(answer.status);
      }
      expect((await client.ask('{ paper(id: "hash:1") { models { nodes { name } } } }')).body).toEqual({
        data: { paper: { models: { nodes: [{ name: "BERT" }] } } },
      });
    });

    it("has the graph that it had before", async () => {
      expect(await dump(store)).toEqual(before);
    });
  });
});
