import type { FastifyInstance } from "fastify";
import { asCurl, FIRST_QUESTION } from "./first-question.js";

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const page = (origin: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>papergraph</title>
<style>
  :root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6577; --paper: #fbfaf7; --line: #e2ded4; --mark: #8a3b12; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8e6e1; --soft: #a3a9b5; --paper: #16181d; --line: #2d3139; --mark: #f0a676; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, "Times New Roman", serif; }
  main { max-width: 44rem; margin: 0 auto; padding: 12vh 1.5rem 4rem; }
  h1 { margin: 0 0 .5rem; font-size: 2.4rem; font-weight: normal; letter-spacing: -.02em; }
  h2 { margin: 2.5rem 0 .5rem; font-size: 1.1rem; color: var(--soft); font-weight: normal; }
  p { margin: 0 0 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: 6px; }
  pre, code { font: 14px/1.6 ui-monospace, Menlo, Consolas, monospace; }
  a { color: var(--mark); }
  ul { padding-left: 1.2rem; }
</style>
</head>
<body>
<main>
<h1>papergraph</h1>
<p>A graph over your papers: the methods, models and datasets that their abstracts mention, with the sentence as
evidence. It is asked by GraphQL at <code>${escapeHtml(origin)}/graphql</code>.</p>
<h2>A first question</h2>
<pre>${escapeHtml(asCurl(origin, FIRST_QUESTION))}</pre>
<h2>More</h2>
<ul>
  <li><a href="/graphiql">GraphiQL</a>, to write questions with completion, beside the schema and examples</li>
  <li><a href="/schema.graphql">The schema</a>, every field with a description</li>
  <li><a href="/health">/health</a>: the process runs; <a href="/ready">/ready</a>: its store answers</li>
</ul>
</main>
</body>
</html>
`;

/** GET /: what this is and what to ask first. Plain HTML; it loads nothing from anywhere. */
export const serveLandingPage = (app: FastifyInstance): void => {
  app.get("/", (request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .send(page(`${request.protocol}://${request.host}`)),
  );
};
