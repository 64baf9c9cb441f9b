import { z } from "zod";
import { PapergraphError } from "./errors.js";

/** Where the graph is kept: on Neo4j where NEO4J_URI is set, else in the embedded store. */
export type StoreSettings =
  | { readonly engine: "embedded"; readonly path: string }
  | {
      readonly engine: "neo4j";
      readonly uri: string;
      /** Both absent without a password: then no credentials are sent. */
      readonly username?: string | undefined;
      readonly password?: string | undefined;
      readonly database: string;
    };

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Settings {
  readonly store: StoreSettings;
  readonly port: number;
  readonly host: string;
  /** Origins whose pages may read answers: none, every one (`*`), or those listed. */
  readonly corsOrigins: readonly string[];
  /** What the extractor reads beside its code; the shipped weights and no names of one's own where absent. */
  readonly extractor: { readonly weights?: string; readonly names?: string };
  /** Whether only documents known beforehand are answered. */
  readonly trustedOnly: boolean;
  /** Where those are: a folder of .graphql files or a manifest. Absent: the examples of the package. */
  readonly trustedDocuments?: string | undefined;
  readonly logLevel: LogLevel;
  /** What a client must know to change the graph; without it, nobody can over HTTP. */
  readonly adminToken?: string | undefined;
}

/** One setting as `doctor` lists it. A secret's value is never in it. */
export interface SettingLine {
  readonly name: string;
  readonly value: string;
  readonly source: "option" | "environment" | "default";
  readonly about: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
const URI = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s@/?#]+\/?$/;

interface Setting<T> {
  readonly default: string;
  readonly about: string;
  /** Completes "NAME must be ...". */
  readonly allowed: string;
  readonly check: z.ZodType<T, string>;
  readonly secret?: boolean;
}
const setting = <T>(about: Setting<T>): Setting<T> => about;

const text = z.string();
const origins = z
  .string()
  .transform((value) =>
    value
      .split(",")
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every((origin) => origin === "*" || /^https?:\/\/[^\s/,*]+$/.test(origin)));

const SETTINGS = {
  PORT: setting({
    default: "4000",
    about: "Port to serve on",
    allowed: "a whole number from 0 to 65535 (0: any free port)",
    check: text
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  }),
  HOST: setting({
    default: "127.0.0.1",
    about: "Address to serve on",
    allowed: "a host name or address, such as 127.0.0.1 or 0.0.0.0",
    check: text.regex(/^[\w.:-]+$/),
  }),
  PAPERGRAPH_DATA: setting({
    default: "./data",
    about: "Folder of the embedded store",
    allowed: "a path",
    check: text,
  }),
  PAPERGRAPH_WEIGHTS: setting({
    default: "",
    about: "Folder of the extractor's weights, as `papergraph train` writes it; the shipped ones where not set",
    allowed: "a path",
    check: text,
  }),
  PAPERGRAPH_NAMES: setting({
    default: "",
    about: "File of names of your own for the extractor",
    allowed: "a path",
    check: text,
  }),
  NEO4J_URI: setting({
    default: "",
    about: "Neo4j server to use in place of the embedded store",
    allowed: "bolt://HOST:PORT or neo4j://HOST:PORT (or with +s, +ssc), with no user or password in it",
    check: text.refine((uri) => uri === "" || URI.test(uri)),
  }),
  NEO4J_USERNAME: setting({ default: "neo4j", about: "User of Neo4j", allowed: "a name", check: text }),
  NEO4J_PASSWORD: setting({
    default: "",
    about: "Password of Neo4j; without one no credentials are sent",
    allowed: "a text",
    check: text,
    secret: true,
  }),
  NEO4J_DATABASE: setting({
    default: "neo4j",
    about: "Database of Neo4j",
    allowed: "a database name: letters, digits, dots and dashes",
    check: text.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/),
  }),
  CORS_ORIGIN: setting({
    default: "",
    about: "Origins whose pages may read answers, separated by commas; * for all",
    allowed: "origins like https://example.org, separated by commas, or *",
    check: origins,
  }),
  PAPERGRAPH_ADMIN_TOKEN: setting({
    default: "",
    about: "Token of clients that may change the graph by mutations; without one nobody may",
    allowed: "at least 16 characters without spaces",
    check: text.refine((token) => token === "" || /^\S{16,}$/.test(token)),
    secret: true,
  }),
  TRUSTED_ONLY: setting({
    default: "0",
    about: "1: answer only the documents of TRUSTED_DOCUMENTS",
    allowed: "0 or 1",
    check: z.enum(["0", "1"]).transform((value) => value === "1"),
  }),
  TRUSTED_DOCUMENTS: setting({
    default: "",
    about: "Folder of .graphql files, or a manifest of persisted queries; none: the examples of the package",
    allowed: "a path",
    check: text,
  }),
  LOG_LEVEL: setting({
    default: "info",
    about: "How much the server logs",
    allowed: LOG_LEVELS.join(", "),
    check: z.enum(LOG_LEVELS),
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
type Checked = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["check"]> };

const NAMES = Object.keys(SETTINGS) as SettingName[];
/** Read by the test runner: not settings, and not misspelt ones. */
const NOT_OURS = /^PAPERGRAPH_(REQUIRE_NEO4J$|TEST_)/;

/** An empty variable counts as not set: compose files and CI pass unset ones on as empty. */
const given = (source: Environment, name: string): string | undefined => source[name]?.trim() || undefined;

const withoutUser = (value: string): string => value.replace(/\/\/[^/]*@/, "//***@");

const refuseUnknown = (environment: Environment): void => {
  for (const name of Object.keys(environment)) {
    if (!name.startsWith("PAPERGRAPH_") || name in SETTINGS || NOT_OURS.test(name)) continue;
    const allowed = NAMES.join(", ");
    throw new PapergraphError("BAD_SETTING", `${name} is not a setting. Settings are ${allowed}.`, { name, allowed });
  }
};

const storeOf = (checked: Checked): StoreSettings => {
  if (checked.NEO4J_URI === "") return { engine: "embedded", path: checked.PAPERGRAPH_DATA };
  const credentials = checked.NEO4J_PASSWORD
    ? { username: checked.NEO4J_USERNAME, password: checked.NEO4J_PASSWORD }
    : {};
  return { engine: "neo4j", uri: checked.NEO4J_URI, database: checked.NEO4J_DATABASE, ...credentials };
};

/**
 * Every setting, checked: from `options` (the command line), else the environment, else the default.
 * Throws BAD_SETTING that names the first wrong one, with what was got and what is allowed.
 */
export const readSettings = (options: Environment = {}, environment: Environment = process.env): Settings => {
  refuseUnknown(environment);
  const checked = Object.fromEntries(
    NAMES.map((name) => {
      const { allowed, check, secret, default: fallback } = SETTINGS[name];
      const value = given(options, name) ?? given(environment, name) ?? fallback;
      const result = check.safeParse(value);
      if (result.success) return [name, result.data];
      const got = secret ? "a secret" : JSON.stringify(withoutUser(value));
      throw new PapergraphError("BAD_SETTING", `${name} must be ${allowed}; got ${got}.`, { name, got, allowed });
    }),
  ) as unknown as Checked;
  return {
    store: storeOf(checked),
    port: checked.PORT,
    host: checked.HOST,
    corsOrigins: checked.CORS_ORIGIN,
    extractor: {
      ...(checked.PAPERGRAPH_WEIGHTS ? { weights: checked.PAPERGRAPH_WEIGHTS } : {}),
      ...(checked.PAPERGRAPH_NAMES ? { names: checked.PAPERGRAPH_NAMES } : {}),
    },
    trustedOnly: checked.TRUSTED_ONLY,
    trustedDocuments: checked.TRUSTED_DOCUMENTS || undefined,
    logLevel: checked.LOG_LEVEL,
    ...(checked.PAPERGRAPH_ADMIN_TOKEN ? { adminToken: checked.PAPERGRAPH_ADMIN_TOKEN } : {}),
  };
};

/** Every setting with its value and where it came from, for `doctor`; secrets only as set or not set. */
export const listSettings = (options: Environment = {}, environment: Environment = process.env): SettingLine[] =>
  NAMES.map((name) => {
    const { about, secret, default: fallback } = SETTINGS[name] as Setting<unknown>;
    const option = given(options, name);
    const variable = given(environment, name);
    const value = option ?? variable ?? fallback;
    return {
      name,
      value: secret ? (value ? "(set)" : "") : withoutUser(value),
      source: option !== undefined ? "option" : variable !== undefined ? "environment" : "default",
      about,
    };
  });
