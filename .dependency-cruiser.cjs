/** Dependencies point one way: cli -> server -> schema -> store, cli -> ingest -> store, and cli -> export -> store. */

const BELOW_ALL = "^src/(text/|curation/|vocabulary|errors|limits|config|package-root)";

/** Forbids `from` everything in the house but `to` and what lies below all. */
const only = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|schema|ingest)/", pathNot: [from, BELOW_ALL, ...to] },
});

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only("base-below-all", "^src/(vocabulary|errors|limits|config|package-root)", []),
    only("text-below-all", "^src/text/", []),
    only("curation-below-all", "^src/curation/", []),
    only("store-knows-no-one", "^src/store/", []),
    only("schema-uses-store", "^schema/", ["^src/store/"]),
    only("server-uses-schema", "^src/server/", ["^schema/", "^src/store/"]),
    only("reading-is-pure", "^ingest/read/", ["^ingest/(paper|identify|doi|arxiv-id)"]),
    only("extraction-is-pure", "^ingest/extract/", ["^ingest/(paper|link/)"]),
    only("linking-is-pure", "^ingest/link/", ["^ingest/(paper|extract/)"]),
    only("ingest-uses-store", "^ingest/", ["^src/store/"]),
    only("export-uses-store", "^src/export/", ["^src/store/"]),
    only("cli-on-top", "^src/cli/", ["^src/export/", "^src/server/", "^schema/", "^src/store/", "^ingest/"]),
    {
      name: "settings-in-one-place",
      comment: "Only src/config.ts reads the environment; test/house checks that too.",
      severity: "error",
      from: { path: "^(src/(store|server)|schema|ingest)/" },
      to: { path: "^src/config", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "not-to-dev",
      comment: "The page of GraphiQL is bundled when the package is built.",
      severity: "error",
      from: { path: "^(src|schema|ingest)/", pathNot: "^src/graphiql/" },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "one-compromise",
      comment: "Its builds change one shared model: importing two of them slows both.",
      severity: "error",
      from: {},
      to: { path: "node_modules/compromise/", pathNot: "node_modules/compromise/.*/one[.]" },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
