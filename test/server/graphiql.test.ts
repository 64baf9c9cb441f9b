import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";
import type { Example } from "../../src/server/examples.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";

const FILES = readdirSync(join(packageRoot, "schema", "examples")).filter((file) => file.endsWith(".graphql"));

eachStore((_engine, open) => {
  describe("GraphiQL", () => {
    let client: Client;
    let page: string;
    const dataOf = (): { firstQuestion: string; examples: Example[] } =>
      JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(page)?.[1] ?? "null");

    beforeAll(async () => {
      client = await serve(await open());
      page = (await client.send("/graphiql")).body;
    });

    it("is served with a policy that lets nothing come from or go elsewhere", async () => {
      const { status, headers } = await client.send("/graphiql");
      const policy = headers.get("content-security-policy");
      expect({ status, type: headers.get("content-type"), policy }).toEqual({
        status: 200,
        type: "text/html; charset=utf-8",
        policy:
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:; " +
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      });
    });

    it("has all that it loads in this package, to be kept by browsers", async () => {
      const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
      const loaded = addresses.filter((address) => /^graphiql\//.test(address));
      expect(addresses.filter((address) => !loaded.includes(address))).toEqual(["data:,", "schema.graphql"]);
      const answers = await Promise.all(loaded.map((address) => client.send(`/${address}`)));
      expect(answers.map(({ status, headers }) => [status, headers.get("content-type")])).toEqual([
        [200, "text/css; charset=utf-8"],
        [200, "text/javascript; charset=utf-8"],
      ]);
      for (const { headers } of answers) expect(headers.get("cache-control")).toContain("immutable");
    });

    it("holds every example with what it asks and its variables", () => {
      const { examples } = dataOf();
      expect(examples).toHaveLength(FILES.length);
      expect(examples.filter(({ about }) => about === "")).toEqual([]);
      expect(examples.find(({ name }) => name === "Paper mentions")).toMatchObject({
        about: "What does a paper mention, in which role, and where does it say so?",
        query: expect.stringContaining("query PaperMentions($id: ID!) {"),
        variables: expect.stringContaining('"id": "arxiv:1706.03762"'),
      });
    });

    it("begins with a question that the server takes", async () => {
      const { status, body } = await client.ask(dataOf().firstQuestion);
      expect({ status, body }).toEqual({ status: 200, body: { data: { model: null } } });
    });
  });
});
