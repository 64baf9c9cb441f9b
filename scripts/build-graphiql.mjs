/**
 * Bundles the page at /graphiql into dist/graphiql, so that it is served from the package and loads nothing from
 * elsewhere. Does nothing when the bundle is newer than what it is made of.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const SOURCES = ["src/graphiql/page.js", "src/graphiql/page.css", "scripts/build-graphiql.mjs", "package-lock.json"];
const OUT = path("dist/graphiql");

const madeAt = existsSync(`${OUT}/page.js`) ? statSync(`${OUT}/page.js`).mtimeMs : 0;
if (SOURCES.some((source) => existsSync(path(source)) && statSync(path(source)).mtimeMs > madeAt)) {
  const { build } = await import("esbuild");
  mkdirSync(OUT, { recursive: true });
  await build({
    entryPoints: [path("src/graphiql/page.js")],
    outdir: OUT,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "linked",
    logLevel: "warning",
  });
}
