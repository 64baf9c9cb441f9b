import { answered, type Hostile, refused, times } from "./hostile.js";

const LIMIT = "LIMIT_EXCEEDED";
const INVALID = "GRAPHQL_VALIDATION_FAILED";
const PARSE = "GRAPHQL_PARSE_FAILED";

/** `papers { nodes { methods { nodes { papers ...`, four levels a round. */
const deep = (rounds: number): string =>
  rounds === 0 ? "id" : `papers(first: 1) { nodes { methods(first: 1) { nodes { ${deep(rounds - 1)} } } } }`;

const chain = (n: number): string =>
  `${times(n, (i) => `fragment F${i} on Paper { id ...F${i + 1} }`)} fragment F${n} on Paper { id }`;

const doubling = (n: number): string =>
  `${times(n, (i) => `fragment F${i} on Paper { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Paper { id }`;

/** Documents whose form is the attack. */
export const DOCUMENTS: Readonly<Record<string, Hostile>> = {
  // Deep
  "16 levels": refused(LIMIT, `{ ${deep(4)} }`),
  "200 levels": refused(LIMIT, `{ ${deep(50)} }`),
  "600 braces that are closed": refused(LIMIT, `${"{ a ".repeat(600)}${"}".repeat(600)}`),
  "5,000 braces that are never closed": refused(LIMIT, "{ a".repeat(5_000)),
  "levels hidden in fragments": refused(
    LIMIT,
    `{ papers { nodes { ...A } } } fragment A on Paper { methods { nodes { papers { nodes { ...B } } } } }
     fragment B on Paper { methods { nodes { papers { nodes { ...C } } } } } fragment C on Paper { methods { nodes { id } } }`,
  ),
  "levels hidden in inline fragments": refused(LIMIT, `{ ... { ... on Query { ${deep(4)} } } }`),
  "1,000 nested inline fragments": refused(LIMIT, `{ ${"... { ".repeat(1_000)} __typename ${"}".repeat(1_000)} }`),
  "a where of 12 levels": refused(
    LIMIT,
    `{ papers(where: ${"{ NOT: ".repeat(12)}{ }${" }".repeat(12)}) { totalCount } }`,
  ),
  "a list of 300 brackets": refused(INVALID, `{ nodes(ids: ${"[".repeat(300)}"x"${"]".repeat(300)}) { id } }`),
  "introspection in a circle": refused(
    INVALID,
    "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
  ),
  // Wide
  "2,000 fields": refused(LIMIT, `{ ${times(2_000, () => "__typename")} }`),
  "21 root fields": refused(LIMIT, `{ ${times(21, (i) => `a${i}: __typename`)} }`),
  "21 root fields in fragments": refused(
    LIMIT,
    `{ ...A ...B } fragment A on Query { ${times(11, (i) => `a${i}: __typename`)} }
     fragment B on Query { ${times(11, (i) => `b${i}: __typename`)} }`,
  ),
  "31 aliases": refused(LIMIT, `{ papers { ${times(31, (i) => `a${i}: totalCount`)} } }`),
  "300 aliases of one paper": refused(LIMIT, `{ ${times(300, (i) => `a${i}: paper(id: "hash:1") { id }`)} }`),
  "300 operations, one of them asked": refused(
    INVALID,
    times(300, () => "query A { __typename }"),
  ),
  "60 operations with aliases": refused(
    LIMIT,
    times(60, (i) => `query Q${i} { a: __typename }`),
  ),
  "400 variables that nothing uses": refused(INVALID, `query Q(${times(400, (i) => `$v${i}: Int`)}) { __typename }`),
  "1,000 arguments of a name that is not there": refused(
    LIMIT,
    `{ papers(${times(1_000, (i) => `a${i}: 1`)}) { totalCount } }`,
  ),
  "200 fields that are not there": refused(LIMIT, `{ ${times(200, (i) => `nothing${i}`)} }`),
  "fields that do not merge": refused(
    INVALID,
    `{ papers { nodes { ${times(20, (i) => `methods(first: ${i + 1}) { totalCount }`)} } } }`,
  ),
  // Fragments
  "a fragment in itself": refused(INVALID, "{ papers { nodes { ...A } } } fragment A on Paper { ...A }"),
  "three fragments in a circle": refused(
    INVALID,
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }",
  ),
  "a circle that passes through fields": refused(
    INVALID,
    "{ papers { nodes { ...A } } } fragment A on Paper { methods { nodes { papers { nodes { ...A } } } } }",
  ),
  "fragments that double 30 times": refused(LIMIT, `{ papers { nodes { ...F0 } } } ${doubling(30)}`),
  "fragments that double 90 times": refused(LIMIT, `{ papers { nodes { ...F0 } } } ${doubling(90)}`),
  "a chain of 180 fragments": answered(
    { papers: { nodes: [{ id: "hash:1" }] } },
    `{ papers(first: 1) { nodes { ...F0 } } } ${chain(180)}`,
  ),
  "fragments that nothing uses": refused(
    INVALID,
    `{ __typename } ${times(100, (i) => `fragment F${i} on Query { __typename }`)}`,
  ),
  "a fragment that is not there": refused(INVALID, "{ ...Nothing }"),
  "a fragment on a type that is not there": refused(INVALID, "{ ... on Secrets { id } }"),
  // Directives
  "60 directives on one field": refused(LIMIT, `{ __typename ${times(60, () => "@include(if: true)")} }`),
  "directives on 60 fields": refused(LIMIT, `{ papers { ${times(60, () => "totalCount @include(if: true)")} } }`),
  "100 directives that are not there": refused(LIMIT, `{ __typename ${times(100, (i) => `@d${i}`)} }`),
  "a directive that answers in parts": refused(INVALID, "{ papers { nodes { ... @defer { id } } } }"),
  // Pages and lists
  "a page of 101": refused(LIMIT, "{ papers(first: 101) { nodes { id } } }"),
  "a page of 2,147,483,647": refused(LIMIT, "{ papers(first: 2147483647) { nodes { id } } }"),
  "a page beyond 32 bits": refused(INVALID, "{ papers(first: 99999999999) { nodes { id } } }"),
  "a page of -1": refused("BAD_ARGUMENT", "{ papers(first: -1) { nodes { id } } }"),
  "100 papers of 100 methods of 100 papers": refused(
    LIMIT,
    "{ papers(first: 100) { nodes { methods(first: 100) { nodes { papers(first: 100) { nodes { id } } } } } } }",
  ),
  "what 200 ids multiply": refused(
    LIMIT,
    "query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Paper { related(first: 100) { nodes { methods(first: 100) { nodes { id } } } } } } }",
    { ids: Array(200).fill("hash:1") },
  ),
  "201 ids": refused(LIMIT, `{ nodes(ids: [${times(201, () => '"x"')}]) { id } }`),
  "10,000 ids in a variable": refused(LIMIT, "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
    ids: Array(10_000).fill("x"),
  }),
  "300 ids in a where": refused(LIMIT, "query Q($w: PaperWhere) { papers(where: $w) { totalCount } }", {
    w: { ids: Array(300).fill("x") },
  }),
  "60 conditions": refused(LIMIT, "query Q($w: PaperWhere) { papers(where: $w) { totalCount } }", {
    w: { AND: Array(60).fill({ ids: ["x"] }) },
  }),
  "a cursor that was made up": refused("BAD_CURSOR", '{ papers(after: "W10=") { nodes { id } } }'),
  "a cursor of 100 KB": refused("BAD_CURSOR", "query Q($a: String) { papers(after: $a) { nodes { id } } }", {
    a: "A".repeat(100_000),
  }),
  // What is not GraphQL, or not of this schema
  "no document": refused("BAD_REQUEST", ""),
  spaces: refused(PARSE, "   "),
  "100 KB of letters": refused(PARSE, "x".repeat(100_000)),
  "100 KB of spaces and a brace": refused(PARSE, `${" ".repeat(100_000)}{`),
  "a string that is never closed": refused(PARSE, '{ paper(id: "hash:1) { id } }'),
  "a control character": refused(PARSE, "{ \u0000__typename }"),
  "an escape that is half a character": refused(PARSE, '{ paper(id: "\\u{D800}") { id } }'),
  "letters that look like others": refused(PARSE, "{ p\u0430pers { totalCount } }"),
  "text that turns around": refused(PARSE, "{ \u202epapers { totalCount } }"),
  "a mutation": refused(INVALID, "mutation { deletePaper(id: 1) }"),
  "a subscription": refused(INVALID, "subscription { papers { id } }"),
  "a schema": refused(INVALID, "type Query { all: String }"),
  "a number of 5,000 digits": refused(INVALID, `{ papers(first: ${"9".repeat(5_000)}) { nodes { id } } }`),
};
