export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  globalSetup: "<rootDir>/test/support/global-setup.js",
  globalTeardown: "<rootDir>/test/support/global-teardown.js",
  setupFilesAfterEnv: ["<rootDir>/test/support/console-guard.ts"],
  // Each worker has a Neo4j server of its own, whose Community edition has one database: its suites empty it in turn.
  // A server that is given in NEO4J_URI is one for all.
  maxWorkers: process.env.NEO4J_URI ? 1 : 2,
  // A store's process starts, or a server plans a statement for the first time, within a test.
  testTimeout: 30_000,
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: "es6" },
      },
    ],
  },
};
