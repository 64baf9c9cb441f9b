import { gzipSync } from "node:zlib";
import { body, type Hostile, refusedBody } from "./hostile.js";

const BAD = "BAD_REQUEST";
const JSON_TYPE = "application/json";
const GOOD = JSON.stringify({ query: "{ __typename }" });

const byGet = (search: string, code: string, headers: Record<string, string> = {}): Hostile => ({
  path: `/graphql?${search}`,
  init: { headers: { "apollo-require-preflight": "1", ...headers } },
  code,
});

/** Requests whose form is wrong before GraphQL is reached. */
export const BODIES: Readonly<Record<string, Hostile>> = {
  "a batch": refusedBody(BAD, `[${GOOD},${GOOD}]`),
  "a batch of 5,000": refusedBody(BAD, `[${Array(5_000).fill(GOOD).join(",")}]`),
  "an empty batch": refusedBody(BAD, "[]"),
  "a body of 300 KB": refusedBody(
    "LIMIT_EXCEEDED",
    JSON.stringify({ query: `{ __typename } #${"x".repeat(300_000)}` }),
  ),
  "an empty body": refusedBody(BAD, ""),
  "JSON that is cut": refusedBody(BAD, GOOD.slice(0, -1)),
  "JSON with a comma too many": refusedBody(BAD, '{"query":"{ __typename }",}'),
  "100,000 brackets": refusedBody(BAD, "[".repeat(100_000)),
  "JSON 20,000 levels deep": refusedBody(
    "LIMIT_EXCEEDED",
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`,
  ),
  null: refusedBody(BAD, "null"),
  "a number": refusedBody(BAD, "1"),
  "a text": refusedBody(BAD, '"{ __typename }"'),
  "a query that is a number": refusedBody(BAD, '{"query":1}'),
  "a query that is a list": refusedBody(BAD, '{"query":["{ __typename }"]}'),
  "an operation name that is an object": refusedBody(BAD, '{"query":"{ __typename }","operationName":{}}'),
  "extensions that are a text": refusedBody(BAD, '{"query":"{ __typename }","extensions":"x"}'),
  "a prototype": refusedBody(BAD, '{"query":"{ __typename }","__proto__":{"admin":true}}'),
  "a constructor's prototype": refusedBody(
    BAD,
    '{"query":"{ __typename }","constructor":{"prototype":{"admin":true}}}',
  ),
  "an operation that is not there": refusedBody(
    "OPERATION_RESOLUTION_FAILURE",
    '{"query":"query A { __typename }","operationName":"B"}',
  ),
  "a persisted query of a wrong sha256": refusedBody(
    BAD,
    '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
  ),
  "bytes that are not UTF-8": refusedBody(BAD, new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  "UTF-16": refusedBody(BAD, Buffer.from(GOOD, "utf16le")),
  "gzip that says so": refusedBody(BAD, gzipSync(GOOD), { "content-type": JSON_TYPE, "content-encoding": "gzip" }),
  "another set of characters, which JSON has not": {
    init: body(GOOD, { "content-type": "application/json; charset=utf-7" }),
    data: { __typename: "Query" },
  },
  "a form": refusedBody(BAD, "query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded" }),
  "a text body": refusedBody(BAD, GOOD, { "content-type": "text/plain" }),
  "a form with files": refusedBody(BAD, '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--', {
    "content-type": "multipart/form-data; boundary=x",
  }),
  XML: refusedBody(BAD, "<query/>", { "content-type": "application/xml" }),
  "a GET of nothing": byGet("", BAD),
  "a GET with a broken percent sign": byGet("query=%E0%A4%A", "GRAPHQL_PARSE_FAILED"),
  "a GET with variables that are not JSON": byGet("query=%7B__typename%7D&variables=%7B", BAD),
  "a GET with two queries": byGet("query=%7B__typename%7D&query=%7B__typename%7D", BAD),
  "a mutation by GET": byGet("query=mutation%7B__typename%7D", BAD),
};
