import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { parse, print } from "graphql";
import { packageRoot } from "../package-root.js";
import { readExamples } from "./examples.js";
import { FIRST_QUESTION } from "./first-question.js";

/** Nothing from elsewhere, and no script but the page's own file. The editor sets styles as it goes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const ASSETS = { "page.js": "text/javascript; charset=utf-8", "page.css": "text/css; charset=utf-8" } as const;

const readAsset = (name: keyof typeof ASSETS) => {
  const content = readFileSync(join(packageRoot, "dist", "graphiql", name));
  const mark = createHash("sha256").update(content).digest("base64url").slice(0, 16);
  return { content, address: `graphiql/${name}?${mark}` };
};

/** Data for the page's script. A `<` in it could end the element that holds it. */
const pageData = (): string => {
  const data = { firstQuestion: print(parse(FIRST_QUESTION)), examples: readExamples() };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
};

const pageOf = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>papergraph: ask</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="page"></div>
<noscript>This page needs scripts. The schema is at <a href="schema.graphql">/schema.graphql</a>.</noscript>
<script type="application/json" id="page-data">${pageData()}</script>
<script src="${script}"></script>
</body>
</html>
`;

/** GET /graphiql: GraphiQL with the example operations, all of it from this package. */
export const serveGraphiql = (app: FastifyInstance): void => {
  const script = readAsset("page.js");
  const style = readAsset("page.css");
  const page = pageOf(script.address, style.address);
  app.get("/graphiql", (_request, reply) =>
    reply.type("text/html; charset=utf-8").header("content-security-policy", POLICY).send(page),
  );
  for (const [name, { content }] of Object.entries({ "page.js": script, "page.css": style })) {
    // The address changes with the content.
    app.get(`/graphiql/${name}`, (_request, reply) =>
      reply
        .type(ASSETS[name as keyof typeof ASSETS])
        .header("cache-control", "public, max-age=31536000, immutable")
        .send(content),
    );
  }
};
