import { describe, expect, it } from "@jest/globals";
import { listSettings, readSettings } from "../../src/config.js";
import { PapergraphError } from "../../src/errors.js";

const DEFAULTS = {
  store: { engine: "embedded", path: "./data" },
  port: 4000,
  host: "127.0.0.1",
  corsOrigins: [],
  extractor: {},
  trustedOnly: false,
  logLevel: "info",
};

const neo4j = { engine: "neo4j", uri: "bolt://db:7687", database: "neo4j" };

const refusal = (environment: Record<string, string>): unknown => {
  try {
    return readSettings({}, environment);
  } catch (error) {
    return error instanceof PapergraphError ? { code: error.code, message: error.message } : error;
  }
};

describe("settings", () => {
  it.each([
    ["no environment", {}, {}],
    ["empty variables", { PORT: "", NEO4J_URI: " ", PAPERGRAPH_DATA: "" }, {}],
    ["variables of other programs", { HOME: "/home/me", NEO4J_HOME: "/opt/neo4j", PATH: "" }, {}],
    ["a port", { PORT: "8080" }, { port: 8080 }],
    ["any free port", { PORT: "0" }, { port: 0 }],
    ["another folder", { PAPERGRAPH_DATA: "/var/graph" }, { store: { engine: "embedded", path: "/var/graph" } }],
    ["a Neo4j server", { NEO4J_URI: "bolt://db:7687" }, { store: neo4j }],
    [
      "a Neo4j server with a password",
      { NEO4J_URI: "bolt://db:7687", NEO4J_PASSWORD: "secret" },
      { store: { ...neo4j, username: "neo4j", password: "secret" } },
    ],
    [
      "a cluster",
      { NEO4J_URI: "neo4j+s://db.example:7687", NEO4J_DATABASE: "papers" },
      { store: { ...neo4j, uri: "neo4j+s://db.example:7687", database: "papers" } },
    ],
    [
      "origins",
      { CORS_ORIGIN: "https://a.example, http://localhost:3000" },
      { corsOrigins: ["https://a.example", "http://localhost:3000"] },
    ],
    [
      "weights and names of one's own",
      { PAPERGRAPH_WEIGHTS: "weights", PAPERGRAPH_NAMES: "names.tsv" },
      { extractor: { weights: "weights", names: "names.tsv" } },
    ],
    [
      "a list of documents",
      { TRUSTED_ONLY: "1", TRUSTED_DOCUMENTS: "a" },
      { trustedOnly: true, trustedDocuments: "a" },
    ],
    ["every origin", { CORS_ORIGIN: "*" }, { corsOrigins: ["*"] }],
  ])("are read from %s", (_name, environment, changed) => {
    expect(readSettings({}, environment)).toEqual({ ...DEFAULTS, ...changed });
  });

  it("are taken from the command line before the environment", () => {
    expect(readSettings({ PORT: "5000", HOST: undefined }, { PORT: "8080", HOST: "::1" })).toMatchObject({
      port: 5000,
      host: "::1",
    });
  });

  it.each([
    [{ PORT: "http" }, 'PORT must be a whole number from 0 to 65535 (0: any free port); got "http".'],
    [{ PORT: "65536" }, 'PORT must be a whole number from 0 to 65535 (0: any free port); got "65536".'],
    [{ TRUSTED_ONLY: "yes" }, 'TRUSTED_ONLY must be 0 or 1; got "yes".'],
    [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL must be silent, error, warn, info, debug; got "loud".'],
    [
      { CORS_ORIGIN: "a.example" },
      'CORS_ORIGIN must be origins like https://example.org, separated by commas, or *; got "a.example".',
    ],
    [
      { NEO4J_URI: "http://db:7474" },
      'NEO4J_URI must be bolt://HOST:PORT or neo4j://HOST:PORT (or with +s, +ssc), with no user or password in it; got "http://db:7474".',
    ],
    [
      { NEO4J_URI: "bolt://neo4j:secret@db:7687" },
      'NEO4J_URI must be bolt://HOST:PORT or neo4j://HOST:PORT (or with +s, +ssc), with no user or password in it; got "bolt://***@db:7687".',
    ],
    [
      { PAPERGRAPH_DATE: "./data" },
      "PAPERGRAPH_DATE is not a setting. Settings are PORT, HOST, PAPERGRAPH_DATA, PAPERGRAPH_WEIGHTS, PAPERGRAPH_NAMES, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, CORS_ORIGIN, PAPERGRAPH_ADMIN_TOKEN, TRUSTED_ONLY, TRUSTED_DOCUMENTS, LOG_LEVEL.",
    ],
  ])("refuse %j with what is allowed", (environment, message) => {
    expect(refusal(environment)).toEqual({ code: "BAD_SETTING", message });
  });

  it("are listed with their sources, and no secret is among them", () => {
    const lines = listSettings({ PORT: "5000" }, { NEO4J_PASSWORD: "secret", NEO4J_URI: "bolt://me:secret@db" });
    expect(lines.map(({ name, value, source }) => [name, value, source])).toEqual([
      ["PORT", "5000", "option"],
      ["HOST", "127.0.0.1", "default"],
      ["PAPERGRAPH_DATA", "./data", "default"],
      ["PAPERGRAPH_WEIGHTS", "", "default"],
      ["PAPERGRAPH_NAMES", "", "default"],
      ["NEO4J_URI", "bolt://***@db", "environment"],
      ["NEO4J_USERNAME", "neo4j", "default"],
      ["NEO4J_PASSWORD", "(set)", "environment"],
      ["NEO4J_DATABASE", "neo4j", "default"],
      ["CORS_ORIGIN", "", "default"],
      ["PAPERGRAPH_ADMIN_TOKEN", "", "default"],
      ["TRUSTED_ONLY", "0", "default"],
      ["TRUSTED_DOCUMENTS", "", "default"],
      ["LOG_LEVEL", "info", "default"],
    ]);
  });
});
