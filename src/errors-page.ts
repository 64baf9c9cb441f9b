import { pathToFileURL } from "node:url";
import { CATALOGUE, PROTOCOL_CODES } from "./errors.js";
import { LIMITS } from "./limits.js";

const WHOSE = {
  input: "the input",
  usage: "the request",
  limit: "the request",
  store: "the store",
  internal: "papergraph",
} as const;

const rows = Object.entries(CATALOGUE).map(
  ([code, { blame, http, about }]) => `| \`${code}\` | ${WHOSE[blame]} | ${http} | ${about} |`,
);
const protocolRows = Object.entries(PROTOCOL_CODES).map(([code, about]) => `| \`${code}\` | ${about} |`);
const limitRows = Object.entries(LIMITS).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString("en")} |`);

/** docs/errors.md. `npm run docs:errors` writes it; a test compares it with the catalogue. */
export const errorsPage = `# Errors

This page is made from \`src/errors.ts\` and \`src/limits.ts\` by \`npm run docs:errors\`.

Every error has a code. In GraphQL answers it is \`errors[].extensions.code\`, beside what was got and what is allowed; on
the command line it stands before the message. Match the code, never the text.

The HTTP status is that of the answer when it holds no data at all; a question that was answered in part is a 200.

| Code | Whose fault | HTTP | What it means |
| --- | --- | --- | --- |
${rows.join("\n")}

An \`INTERNAL\` error shows no cause. Its \`extensions.requestId\` (also in the header \`x-request-id\`) finds the cause in the
server's log.

## Codes of GraphQL itself

These come with HTTP status 400, or 405, 406, 415 where HTTP has a better one.

| Code | What it means |
| --- | --- |
${protocolRows.join("\n")}

## Limits

What is above one of these is \`LIMIT_EXCEEDED\` (or \`TIMEOUT\`); \`meta { limits }\` shows them too. Sizes are bytes and times
are milliseconds.

| Limit | Allowed |
| --- | --- |
${limitRows.join("\n")}

## Exit codes of the commands

| Exit code | What it means |
| --- | --- |
| 0 | Done. |
| 1 | Failed. What was loaded before stays. |
| 2 | The command line or a setting is wrong; nothing was done. |
| 3 | Done, but some records were rejected. |
`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(errorsPage);
