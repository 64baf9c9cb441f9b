import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { packageRoot } from "../../src/package-root.js";
import { readTrustedDocuments, sha256 } from "../../src/server/trusted-documents.js";
import type { Store } from "../../src/store/store.js";
import { load } from "../load/graph-of.js";
import { runCli } from "../support/cli.js";
import { eachStore } from "../support/each-store.js";
import { type Client, serve } from "../support/serve.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const EXAMPLE = readFileSync(join(packageRoot, "schema/examples/paper-mentions.graphql"), "utf8");
const GET = { headers: { "apollo-require-preflight": "1" } };
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

const filesWith = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

eachStore((_engine, open) => {
  let store: Store;
  const post = (client: Client, body: unknown) =>
    client.send("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    store = await open();
    await load(store, { "hash:1": ["BERT / MODEL / INTRODUCES"] });
  });

  describe("a server with TRUSTED_ONLY=1", () => {
    let client: Client;
    const variables = { id: "hash:none" };
    const ANSWER = { data: { paper: null } };

    beforeAll(async () => {
      client = await serve(store, { trustedOnly: true });
    });

    it.each([
      ["by its text", { query: EXAMPLE, variables }],
      ["by its text without the last line break", { query: EXAMPLE.trim(), variables }],
      ["by its sha256", { ...persisted(sha256(EXAMPLE)), variables }],
    ])("answers an example %s", async (_name, body) => {
      const answer = await post(client, body);
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: ANSWER });
    });

    it("answers an example by its sha256 in a GET", async () => {
      const asked = new URLSearchParams({
        variables: JSON.stringify(variables),
        extensions: JSON.stringify(persisted(sha256(EXAMPLE)).extensions),
      });
      expect((await client.send(`/graphql?${asked}`, GET)).body).toEqual(ANSWER);
    });

    it.each([
      ["another document", () => post(client, { query: "{ __typename }" })],
      ["another document in a GET", () => client.send("/graphql?query=%7B__typename%7D", GET)],
      ["a sha256 that it does not know", () => post(client, persisted(sha256("{ __typename }")))],
      ["a document that a client would save", () => post(client, { query: "{ id }", ...persisted(sha256("{ id }")) })],
      ["a batch", () => post(client, [{ query: EXAMPLE }])],
      ["nothing", () => client.send("/graphql", GET)],
      ["broken extensions", () => client.send("/graphql?extensions=%7B", GET)],
    ])("refuses %s", async (_name, send) => {
      const { status, body } = await send();
      expect({ status, body }).toEqual({
        status: 403,
        body: {
          errors: [
            {
              message: "This server answers only documents that it knows beforehand, and this is none of them.",
              extensions: { code: "UNTRUSTED_DOCUMENT" },
            },
          ],
        },
      });
    });
  });

  it("answers the documents of a manifest of one's own, by the ids it gives them", async () => {
    const body = '{ paper(id: "hash:1") { id } }';
    const operations = [{ id: "mine", name: "Mine", type: "query", body }];
    const folder = filesWith({
      "manifest.json": JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }),
    });
    const client = await serve(store, { trustedOnly: true, trustedDocuments: join(folder, "manifest.json") });
    expect((await post(client, persisted("mine"))).body).toEqual({ data: { paper: { id: "hash:1" } } });
    expect((await post(client, { query: EXAMPLE })).status).toBe(403);
  });
});

describe("papergraph manifest", () => {
  it("prints the documents of a folder, as TRUSTED_DOCUMENTS takes them", async () => {
    const text = "query Count { papers { totalCount } }\n";
    const { code, stdout } = await runCli(["manifest", filesWith({ "count.graphql": text, "read.me": "" })], {});
    expect({ code, manifest: JSON.parse(stdout) }).toEqual({
      code: 0,
      manifest: {
        format: "apollo-persisted-query-manifest",
        version: 1,
        operations: [{ id: sha256(text), name: "Count", type: "query", body: text }],
      },
    });
    const file = join(filesWith({ "manifest.json": stdout }), "manifest.json");
    expect([...readTrustedDocuments(file)]).toEqual([[sha256(text), text]]);
  });

  it.each([
    ["a folder without documents", () => filesWith({ "read.me": "" }), "which holds no .graphql file"],
    ["a folder that is not there", () => join(temporaryFolder(), "none"), "which cannot be read as a folder"],
    ["a file of another kind", () => join(filesWith({ "a.json": "[]" }), "a.json"), "which cannot be read as a folder"],
  ])("refuses %s", (_name, path, message) => {
    expect(() => readTrustedDocuments(path())).toThrow(
      expect.objectContaining({ code: "BAD_SETTING", message: expect.stringContaining(message) }),
    );
  });
});
